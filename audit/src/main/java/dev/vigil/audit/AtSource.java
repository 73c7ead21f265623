package dev.vigil.audit;

import dev.vigil.audit.Difference.Kind;
import dev.vigil.common.files.UnreadableNames;
import dev.vigil.ledger.Standing;
import dev.vigil.schemas.events.FrameId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares what was announced with what lies on the telescopes' disks.
 *
 * @param topics what was said
 * @param ledger what came of it
 * @param source what the telescopes hold
 * @param asOf when the sides began to be asked
 */
record AtSource(TopicSide topics, LedgerSide ledger, SourceSide source, Instant asOf) {
    /** A file that the producer has not spoken of for so long, it has not seen; before, it may be proving it complete. */
    static final Duration UNNOTICED = Duration.ofMinutes(10);

    List<Difference> differences() {
        List<Difference> found = new ArrayList<>();
        Map<String, Sighted> newest = newestOfPath();
        for (FrameSaid said : topics.frames().values()) {
            said.sighted()
                    .flatMap(sighted -> difference(said, sighted, newest.get(sighted.path())))
                    .ifPresent(found::add);
        }
        source.files().values().stream()
                .filter(file -> !newest.containsKey(file.path()) && isUnnoticed(file))
                .map(this::unannounced)
                .forEach(found::add);
        return found;
    }

    private Difference unannounced(SourceFile file) {
        String name = FrameId.ofPath(file.path()).value();
        String lies = "it lies on the telescope's disk since " + file.modified() + ", and ";
        return UnreadableNames.includes(file.path())
                ? new Difference(
                        Kind.UNANNOUNCED,
                        name,
                        lies + "cannot be taken: its name is no text",
                        new Repair.ByHand("rename it"))
                : new Difference(
                        Kind.UNANNOUNCED, name, lies + "was never announced", patience(Paths.unit(file.path())));
    }

    /** Some telescopes' files stand still for hours before they are complete, and a producer that was started anew counts from there. */
    private Repair patience(String unit) {
        boolean isWatched = topics.unit(unit, asOf).filter(UnitSaid::isWatched).isPresent();
        return new Repair.ByHand(
                isWatched
                        ? "its producer runs, and speaks of it when it is complete, or has stood still for too long; should"
                                + " neither come, see what its log says"
                        : "see whether the producer of " + unit + " runs, and what its log says");
    }

    private boolean isUnnoticed(SourceFile file) {
        return file.modified().isBefore(asOf.minus(UNNOTICED));
    }

    /** A name may have been used again: then what lies there is of the newest frame of this path. */
    private Optional<Difference> difference(FrameSaid said, Sighted sighted, Sighted newest) {
        if (!source.isKnown(said.frame().unit())) {
            return Optional.empty();
        }
        if (isGone(sighted)) {
            return isLost(said, sighted) ? Optional.of(gone(said.frame())) : Optional.empty();
        }
        if (newest.at().isAfter(sighted.at())) {
            return isLost(said, sighted) ? Optional.of(writtenOver(said.frame())) : Optional.empty();
        }
        return changed(said, sighted);
    }

    /** What is said of a frame whose file is gone before it was archived. */
    static Difference gone(FrameId frame) {
        return lost(frame, "it is gone from the telescope's disk", "put it back under the same name, or write it off");
    }

    private static Difference writtenOver(FrameId frame) {
        return lost(
                frame,
                "another exposure was written over it on the telescope's disk",
                "write it off; should there be a copy of it, deliver that under another name");
    }

    private static Difference lost(FrameId frame, String words, String deed) {
        return new Difference(
                Kind.LOST,
                frame.value(),
                words + ", and was not archived before",
                new Repair.ByHand(deed + ": vigil close " + frame + " --why TEXT"));
    }

    /** What failed is accounted for: its night says so, and why. What is said while it is tried is no news of its file. */
    private boolean isLost(FrameSaid said, Sighted sighted) {
        return sighted.isTaken()
                && !said.isTransferred()
                && !hasFailed(said)
                && !sighted.at().isAfter(asOf.minus(Comparison.UNDER_WAY));
    }

    /** A person may have asked for another try since. */
    private boolean hasFailed(FrameSaid said) {
        boolean isTriedAgain = ledger.standing(said.frame())
                .filter(standing -> standing == Standing.WAITING || standing == Standing.ON_THE_WAY)
                .isPresent();
        return said.hasFailed() && !isTriedAgain;
    }

    private boolean isUnderWay(FrameSaid said) {
        return said.last().isAfter(asOf.minus(Comparison.UNDER_WAY));
    }

    private boolean isGone(Sighted sighted) {
        return source.find(sighted.path()).isEmpty();
    }

    private Optional<Difference> changed(FrameSaid said, Sighted sighted) {
        return source.find(sighted.path())
                .filter(file -> sighted.size() != file.size() && isUnnoticed(file))
                .map(file -> new Difference(
                        Kind.CHANGED,
                        said.frame().value(),
                        "the telescope's disk holds " + file.size() + " bytes of " + file.modified() + ", and "
                                + sighted.size() + " bytes of " + sighted.modified() + " were announced",
                        patience(said.frame().unit())));
    }

    private Map<String, Sighted> newestOfPath() {
        return topics.frames().values().stream()
                .flatMap(said -> said.sighted().stream())
                .collect(Collectors.toMap(
                        Sighted::path, each -> each, BinaryOperator.maxBy(Comparator.comparing(Sighted::at))));
    }

    /** What others took away, and nobody has to do anything about. */
    Gone gone(Collection<Difference> found) {
        Set<String> harmed = found.stream()
                .filter(difference -> difference.kind() == Kind.MISSING || difference.kind() == Kind.DAMAGED)
                .filter(difference -> !isOfAProduct(difference.repair()))
                .map(Difference::name)
                .collect(Collectors.toSet());
        return new Gone(
                count(said -> said.isTransferred()
                        && !said.isElsewhere()
                        && !harmed.contains(said.frame().value())),
                count(FrameSaid::isElsewhere),
                count(said -> said.sighted().filter(Sighted::isTaken).isPresent()
                        && !said.isTransferred()
                        && hasFailed(said)),
                count(said -> said.sighted().filter(Sighted::isTaken).isEmpty()));
    }

    private static boolean isOfAProduct(Repair repair) {
        return repair instanceof Repair.Again again && again.work() != Repair.Work.FETCH;
    }

    private long count(Predicate<FrameSaid> wanted) {
        return topics.frames().values().stream()
                .filter(said -> source.isKnown(said.frame().unit()))
                .filter(said -> said.sighted().filter(this::isGone).isPresent())
                .filter(said -> !said.isReleased() && !said.isClosed() && !isUnderWay(said))
                .filter(wanted)
                .count();
    }

    /**
     * Files of the size that was announced, but of another time, as a copy or a touch leaves them. The producer reads them again, and says
     * nothing where the bytes are the same; so by themselves they are no difference.
     */
    long touched() {
        return newestOfPath().values().stream()
                .filter(newest -> source.find(newest.path())
                        .filter(file -> isTouched(newest, file))
                        .isPresent())
                .count();
    }

    private static boolean isTouched(Sighted sighted, SourceFile file) {
        return sighted.size() == file.size()
                && Math.abs(Duration.between(sighted.modified(), file.modified())
                                .toMillis())
                        > 1;
    }
}
