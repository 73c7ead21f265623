package dev.vigil.producer;

import dev.vigil.instruments.FrameDescription;
import dev.vigil.instruments.Night;
import dev.vigil.instruments.Profile;
import dev.vigil.instruments.Profiles;
import dev.vigil.producer.Decision.Say;
import dev.vigil.schemas.events.Arriving;
import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Judgement;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.events.Stalled;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.TakenFile;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Puts decisions into the words of events, with the identity block that every reader relies on. */
final class Announcing implements Sightings.Wording {
    /** The rule under which files that are no frames are kept. */
    static final String NOT_A_FRAME = "not-a-frame";

    private final Profiles profiles;
    private final Locations locations;

    Announcing(Profiles profiles, Locations locations) {
        this.profiles = Objects.requireNonNull(profiles, "profiles");
        this.locations = Objects.requireNonNull(locations, "locations");
    }

    @Override
    public Patience patienceWith(String unit, Patience usual) {
        return profiles.profileFor(unit).fileQuiet().map(usual::withQuiet).orElse(usual);
    }

    @Override
    public FrameAnnounced word(Sighting sighting, Say say, Instant now) {
        return new FrameAnnounced(
                identity(sighting, say),
                now,
                sighting.path(),
                sighting.size(),
                sighting.modified(),
                judgement(sighting, say),
                new Counting(profiles.profileFor(sighting.unit())).of(sighting, say.verdict()));
    }

    private FrameIdentity identity(Sighting sighting, Say say) {
        if (say.verdict() instanceof Verdict.Taken taken) {
            return described(say, taken.frame(), Facts.level(taken.frame().lastLevel()));
        }
        if (say.verdict() instanceof Verdict.Excluded excluded) {
            return described(say, excluded.frame(), Level.TRANSFERRED);
        }
        boolean isBeside = say.verdict() instanceof Verdict.Beside;
        Profile profile = profiles.profileFor(sighting.unit());
        return identity(
                say,
                profile.folderNight(sighting.belowUnit()),
                profile.exposureOf(sighting.belowUnit()),
                isBeside ? FrameType.OTHER : FrameType.UNKNOWN,
                isBeside ? Level.TRANSFERRED : Level.SIGHTED);
    }

    private static FrameIdentity described(Say say, FrameDescription frame, Level lastLevel) {
        return identity(say, frame.night(), frame.exposureId(), Facts.type(frame.type()), lastLevel);
    }

    private static FrameIdentity identity(Say say, Night night, String exposure, FrameType type, Level lastLevel) {
        return new FrameIdentity(
                say.frame(),
                say.revision(),
                say.frame().unit(),
                night.date(),
                NightSource.valueOf(night.source().name()),
                exposure,
                type,
                lastLevel,
                0);
    }

    private Judgement judgement(Sighting sighting, Say say) {
        Verdict verdict = say.verdict();
        if (verdict instanceof Verdict.Taken taken) {
            return new Taken(file(sighting, taken.bytes()), Facts.of(taken.frame(), say.flags()));
        }
        if (verdict instanceof Verdict.Excluded excluded) {
            return new Excluded(
                    excluded.rule(), file(sighting, excluded.bytes()), Facts.of(excluded.frame(), say.flags()));
        }
        if (verdict instanceof Verdict.Beside beside) {
            return new Excluded(NOT_A_FRAME, file(sighting, beside.bytes()), none());
        }
        if (verdict instanceof Verdict.Refused refused) {
            return new Refused(refused.category(), refused.reason(), refused.remedy());
        }
        if (verdict instanceof Verdict.Stalled stalled) {
            return new Stalled(stalled.why(), stalled.since());
        }
        return new Arriving(((Verdict.Arriving) verdict).why());
    }

    private TakenFile file(Sighting sighting, Verdict.Bytes bytes) {
        return new TakenFile(bytes.source(), bytes.content(), bytes.pixels(), locations.of(sighting.path()));
    }

    private static FrameFacts none() {
        Optional<String> unknown = Optional.empty();
        Configuration configuration = new Configuration(
                unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, Optional.empty());
        return new FrameFacts(
                unknown,
                unknown,
                Optional.empty(),
                Optional.empty(),
                configuration,
                List.of(),
                List.of(),
                "",
                List.of());
    }
}
