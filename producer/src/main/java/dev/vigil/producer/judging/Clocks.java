package dev.vigil.producer.judging;

import dev.vigil.instruments.Flag;
import dev.vigil.instruments.FrameDescription;
import dev.vigil.instruments.Judged;
import dev.vigil.instruments.Profiles;
import dev.vigil.instruments.UnitClock;
import dev.vigil.producer.disk.Sighting;
import dev.vigil.producer.judging.Decision.Say;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.Taken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Holds what is to be said of a frame against the clock of its unit, as the files and frames before it showed it. */
public final class Clocks {
    private final Profiles profiles;
    private final Map<String, UnitClock> units = new HashMap<>();

    public Clocks(Profiles profiles) {
        this.profiles = Objects.requireNonNull(profiles, "profiles");
    }

    /** What is to be said once the clock is looked at; mostly the same. */
    public Say check(Sighting sighting, Say say) {
        if (say.verdict() instanceof Verdict.Taken taken) {
            return with(seen(sighting, new Judged.Described(taken.frame())), sighting, say, taken.bytes());
        }
        if (say.verdict() instanceof Verdict.Excluded excluded) {
            return with(
                    seen(sighting, new Judged.Excluded(excluded.rule(), excluded.frame())),
                    sighting,
                    say,
                    excluded.bytes());
        }
        return say;
    }

    /** What the frames of a unit that were checked since the last asking showed of earlier ones. */
    public List<UnitClock.Afterthought> afterthoughts(String unit) {
        return of(unit).afterthoughts();
    }

    private Judged seen(Sighting sighting, Judged judged) {
        return of(sighting.unit()).seen(sighting.belowUnit(), judged, sighting.modified());
    }

    private UnitClock of(String unit) {
        return units.computeIfAbsent(unit, any -> new UnitClock(profiles.profileFor(unit)));
    }

    private static Say with(Judged judged, Sighting sighting, Say say, Verdict.Bytes bytes) {
        if (judged instanceof Judged.Refused refused) {
            Verdict.Refused verdict = Deciding.verdict(refused);
            String reason = Deciding.named(sighting.path(), verdict.reason());
            return new Say(say.frame(), say.revision(), verdict.because(reason), List.of());
        }
        if (judged instanceof Judged.Excluded excluded) {
            Verdict verdict = new Verdict.Excluded(excluded.rule(), bytes, excluded.frame());
            return new Say(say.frame(), say.revision(), verdict, flags(say, excluded.frame()));
        }
        FrameDescription frame = ((Judged.Described) judged).frame();
        return new Say(say.frame(), say.revision(), new Verdict.Taken(bytes, frame), flags(say, frame));
    }

    private static List<String> flags(Say say, FrameDescription frame) {
        List<String> flags = new ArrayList<>(say.flags());
        frame.flags().stream()
                .map(Enum::name)
                .filter(flag -> !flags.contains(flag))
                .forEach(flags::add);
        return flags;
    }

    /** Takes which number a frame had and when it began, as it was announced before. */
    public void learn(FrameAnnounced said) {
        boolean isDoubted = facts(said)
                .filter(facts -> facts.flags().contains(Flag.START_OUT_OF_ORDER.name()))
                .isPresent();
        facts(said).flatMap(FrameFacts::start).ifPresent(start -> {
            FrameIdentity identity = said.identity();
            said.counted().stream()
                    .filter(counted -> counted.of().isEmpty() && counted.night().isEmpty())
                    .forEach(counted -> of(unit(said))
                            .learn(
                                    identity.night(),
                                    counted.number(),
                                    below(said),
                                    identity.exposure(),
                                    start,
                                    isDoubted));
        });
    }

    private static Optional<FrameFacts> facts(FrameAnnounced said) {
        if (said.judgement() instanceof Taken taken) {
            return Optional.of(taken.facts());
        }
        return said.judgement() instanceof Excluded excluded ? Optional.of(excluded.facts()) : Optional.empty();
    }

    private static String unit(FrameAnnounced said) {
        return said.path().substring(0, said.path().indexOf('/'));
    }

    private static String below(FrameAnnounced said) {
        return said.path().substring(said.path().indexOf('/') + 1);
    }
}
