package dev.vigil.scheduler.state;

import dev.vigil.scheduler.policy.TaskName;
import dev.vigil.schemas.events.Elsewhere;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.IngestSign;
import dev.vigil.schemas.events.Judgement;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.TakenFile;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a frame's newest revision: facts that only ever add up.
 *
 * @param frame the frame
 * @param revision the newest revision that was heard of
 * @param announced what the producer said of it
 * @param transferred where it lies
 * @param transfer how the transfer stands
 * @param look how the quick look stands
 * @param reduction how the reduction stands
 * @param turn waits of this revision so far
 * @param ingest how its taking in by other software stands
 * @param earlier what the producer said of an earlier revision that was reduced, if what was made of it may do for this one
 */
public record FrameStanding(
        FrameId frame,
        int revision,
        Optional<FrameAnnounced> announced,
        Optional<FrameTransferred> transferred,
        Progress transfer,
        Progress look,
        Progress reduction,
        int turn,
        Progress ingest,
        Optional<FrameAnnounced> earlier) {
    public FrameStanding {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(announced, "announced");
        Objects.requireNonNull(transferred, "transferred");
        Objects.requireNonNull(transfer, "transfer");
        Objects.requireNonNull(look, "look");
        Objects.requireNonNull(reduction, "reduction");
        Objects.requireNonNull(ingest, "ingest");
        Objects.requireNonNull(earlier, "earlier");
    }

    /** A revision of which nothing is known yet. */
    public static FrameStanding unknown(FrameId frame, int revision) {
        return new FrameStanding(
                frame,
                revision,
                Optional.empty(),
                Optional.empty(),
                Progress.NONE,
                Progress.NONE,
                Progress.NONE,
                0,
                Progress.NONE,
                Optional.empty());
    }

    /** The newer revision that takes its place, of which nothing is known but what was reduced before it. */
    public FrameStanding followedBy(int newer) {
        Optional<FrameAnnounced> reduced = earlier.or(() -> announced.filter(said -> reduction.isDone()));
        return unknown(frame, newer).after(reduced);
    }

    private FrameStanding after(Optional<FrameAnnounced> reduced) {
        return new FrameStanding(
                frame, revision, announced, transferred, transfer, look, reduction, turn, ingest, reduced);
    }

    /** The same when a reduction has answered: with products of this very revision none of an earlier one is of use any more. */
    public FrameStanding reducedAs(Optional<Integer> sameAs) {
        return after(
                earlier.filter(said -> sameAs.equals(Optional.of(said.identity().revision()))));
    }

    /** The same, announced. */
    public FrameStanding with(FrameAnnounced news) {
        return new FrameStanding(
                frame, revision, Optional.of(news), transferred, transfer, look, reduction, turn, ingest, earlier);
    }

    /** The same, transferred. */
    public FrameStanding with(FrameTransferred news) {
        Progress done = transfer.asDone(news.identity().attempt());
        return new FrameStanding(
                frame, revision, announced, Optional.of(news), done, look, reduction, turn, ingest, earlier);
    }

    /** The same with another standing of a stage. Sighting is not the scheduler's. */
    public FrameStanding with(Stage stage, Progress news) {
        return switch (stage) {
            case TRANSFER ->
                new FrameStanding(
                        frame, revision, announced, transferred, news, look, reduction, turn, ingest, earlier);
            case QUICK_LOOK ->
                new FrameStanding(
                        frame, revision, announced, transferred, transfer, news, reduction, turn, ingest, earlier);
            case REDUCTION ->
                new FrameStanding(frame, revision, announced, transferred, transfer, look, news, turn, ingest, earlier);
            case RECORDING ->
                new FrameStanding(
                        frame, revision, announced, transferred, transfer, look, reduction, turn, news, earlier);
            case SIGHTING -> this;
        };
    }

    /** The same after so many waits. */
    public FrameStanding withTurn(int count) {
        return new FrameStanding(
                frame, revision, announced, transferred, transfer, look, reduction, count, ingest, earlier);
    }

    /** How a stage stands. */
    public Progress of(Stage stage) {
        return switch (stage) {
            case TRANSFER -> transfer;
            case QUICK_LOOK -> look;
            case REDUCTION -> reduction;
            case RECORDING -> ingest;
            case SIGHTING -> Progress.NONE;
        };
    }

    /** The name of the task that does a stage. */
    public String task(Stage stage) {
        int again = of(stage).again();
        return switch (stage) {
            case TRANSFER -> TaskName.transfer(frame, revision, again);
            case QUICK_LOOK -> TaskName.look(frame, revision, again);
            case REDUCTION -> TaskName.reduce(frame, revision, again);
            case RECORDING -> TaskName.ingest(frame, revision, again);
            case SIGHTING -> throw new IllegalArgumentException("no task does " + stage);
        };
    }

    /** The frame's identity, once announced. */
    public Optional<FrameIdentity> identity() {
        return announced.map(FrameAnnounced::identity);
    }

    /** The bytes to transfer, once the file is known to be complete. */
    public Optional<TakenFile> file() {
        return announced.map(FrameAnnounced::judgement).flatMap(judgement -> {
            if (judgement instanceof Taken taken) {
                return Optional.of(taken.file());
            }
            return judgement instanceof Excluded excluded ? Optional.of(excluded.file()) : Optional.empty();
        });
    }

    /** What the header says, of a frame that no rule excludes. */
    public Optional<FrameFacts> facts() {
        return announced
                .map(FrameAnnounced::judgement)
                .filter(Taken.class::isInstance)
                .map(judgement -> ((Taken) judgement).facts());
    }

    /** The earlier revision that was reduced and is the same in all that a reduction looks at. */
    public Optional<Integer> sameAs() {
        return earlier.filter(
                        before -> announced.filter(now -> isSame(now, before)).isPresent())
                .map(before -> before.identity().revision());
    }

    private static boolean isSame(FrameAnnounced now, FrameAnnounced before) {
        return now.identity().type() == before.identity().type()
                && now.identity().night().equals(before.identity().night())
                && now.judgement() instanceof Taken taken
                && before.judgement() instanceof Taken then
                && !taken.file().pixels().isEmpty()
                && taken.file().pixels().equals(then.file().pixels())
                && taken.facts().isReducedAs(then.facts());
    }

    /** Whether the frame is to be reduced when it is transferred. */
    public boolean isToBeReduced() {
        return facts().isPresent()
                && elsewhere().isEmpty()
                && identity()
                        .filter(known -> known.lastLevel() == Level.REDUCED)
                        .isPresent();
    }

    /** Where other software shows that it has the file, if it is this that moves it. */
    public Optional<Elsewhere> elsewhere() {
        return file().flatMap(TakenFile::elsewhere);
    }

    /** Whether other software is to take the frame in when its copy is whole. */
    public boolean isToBeIngested() {
        return elsewhere().filter(place -> place.sign() != IngestSign.NONE).isPresent();
    }

    /** Whether nothing is left to do. */
    public boolean isFinished() {
        if (announced.isEmpty()) {
            return false;
        }
        if (!transfer.isDone()) {
            return transfer.isOver();
        }
        if (isToBeIngested()) {
            return ingest.isOver();
        }
        return !isToBeReduced() || look.isOver() && reduction.isOver();
    }

    /** When the exposure began; where no header says it, when the file was written. */
    public Instant taken() {
        return announced
                .map(FrameAnnounced::judgement)
                .flatMap(FrameStanding::headerOf)
                .flatMap(FrameFacts::start)
                .orElseGet(() -> announced.map(FrameAnnounced::modified).orElse(Instant.EPOCH));
    }

    private static Optional<FrameFacts> headerOf(Judgement judgement) {
        if (judgement instanceof Excluded excluded) {
            return Optional.of(excluded.facts());
        }
        return judgement instanceof Taken taken ? Optional.of(taken.facts()) : Optional.empty();
    }
}
