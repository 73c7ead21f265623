package dev.vigil.allinone.files;

import dev.vigil.scheduler.association.Middle;
import dev.vigil.scheduler.association.SetKey;
import dev.vigil.scheduler.association.Wanted;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.ChosenMaster;
import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.MasterKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Frames that are to make one master; by the scheduler's rules they must be of one set. */
record Combining(SetKey set, List<GivenFrame> frames) {

    static Combining of(MasterKind kind, List<GivenFrame> frames) throws UnusableException {
        for (GivenFrame frame : frames) {
            mustBe(kind, frame);
        }
        List<GivenFrame> sorted = frames.stream()
                .sorted(Comparator.comparing(frame -> frame.identity().frame().value()))
                .toList();
        for (GivenFrame frame : sorted) {
            mustBelongTogether(sorted.get(0), frame);
        }
        return new Combining(setOf(sorted.get(0)).orElseThrow(), sorted);
    }

    private static Optional<SetKey> setOf(GivenFrame frame) {
        return SetKey.of(frame.announced());
    }

    private static void mustBe(MasterKind kind, GivenFrame frame) throws UnusableException {
        Optional<SetKey> set = setOf(frame).filter(found -> found.kind() == kind);
        if (set.isEmpty()) {
            throw new UnusableException(frame.file() + ": it is a frame of type "
                    + word(frame.identity().type()) + ", not " + word(kind)
                    + ". Leave it away, or name the instrument profile that knows better: --instrument NAME");
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void mustBelongTogether(GivenFrame first, GivenFrame other) throws UnusableException {
        if (!setOf(first).equals(setOf(other))) {
            throw new UnusableException(other.file() + " and " + first.file() + " do not make one master: "
                    + Differences.between(first, other) + ". Combine each kind by itself");
        }
    }

    Wanted wanted() {
        return new Wanted(
                set.unit(),
                set.night(),
                time(),
                configuration(),
                first().filter(),
                first().exposureTime(),
                first().masters());
    }

    private FrameFacts first() {
        return frames.get(0).facts();
    }

    private Instant time() {
        return Middle.time(frames.stream().map(GivenFrame::taken).toList());
    }

    private Configuration configuration() {
        return Middle.configuration(
                first().configuration(),
                frames.stream()
                        .flatMap(frame -> frame.facts().configuration().temperature().stream())
                        .collect(Collectors.toList()));
    }

    BuildMaster work(int version, List<ChosenMaster> masters, int minimum) {
        return new BuildMaster(
                set.master(version),
                set.unit(),
                set.kind(),
                set.name(),
                version,
                frames.get(0).identity().night(),
                configuration(),
                set.kind() == MasterKind.FLAT ? first().filter() : Optional.empty(),
                set.kind() == MasterKind.DARK ? first().exposureTime() : Optional.empty(),
                frames.stream().map(GivenFrame::input).toList(),
                masters,
                minimum,
                Optional.empty());
    }
}
