package dev.vigil.producer.judging;

import dev.vigil.instruments.Profile;
import dev.vigil.producer.disk.Sighting;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The frames that were announced of late, for the files that follow them. */
public final class Leaders {
    private static final int KEPT = 20_000;

    private final Map<String, FrameIdentity> byName = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FrameIdentity> eldest) {
            return size() > KEPT;
        }
    };

    /** Takes note of what was announced: a file that is complete, and follows no other. */
    public void learn(Profile profile, FrameAnnounced announced) {
        boolean leads = announced.identity().lastLevel() != Level.SIGHTED
                && announced.identity().type() != FrameType.SIDECAR;
        if (leads && !profile.sidecars().isEmpty()) {
            String unit = announced.path().substring(0, announced.path().indexOf('/') + 1);
            byName.put(unit + profile.exposureOf(announced.path().substring(unit.length())), announced.identity());
        }
    }

    /** The frame in the same folder that a file follows by its name, if it was announced. */
    public Optional<FrameIdentity> of(Profile profile, Sighting sighting) {
        String path = sighting.path();
        int name = path.lastIndexOf('/') + 1;
        return profile.frameOfSidecar(path.substring(name)).map(frame -> byName.get(path.substring(0, name) + frame));
    }
}
