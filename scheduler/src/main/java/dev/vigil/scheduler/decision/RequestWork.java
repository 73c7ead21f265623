package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.association.CalibrationSet;
import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.state.FrameStanding;
import dev.vigil.scheduler.state.Progress;
import dev.vigil.schemas.events.BackfillNights;
import dev.vigil.schemas.events.BuildAgain;
import dev.vigil.schemas.events.BuildMasters;
import dev.vigil.schemas.events.CloseFrame;
import dev.vigil.schemas.events.CloseGap;
import dev.vigil.schemas.events.ConfirmIngested;
import dev.vigil.schemas.events.ExpectNumbers;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FetchAgain;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.JudgeAgain;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.LookAgain;
import dev.vigil.schemas.events.ReduceAgain;
import dev.vigil.schemas.events.ReleaseFiles;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import dev.vigil.schemas.events.RetryFailed;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.Wish;
import dev.vigil.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Does what persons ask for, as far as it can be done, and answers each request once. */
final class RequestWork {
    /** A closing is no try, and the reason says who closed. */
    private static final String NOBODY = "";

    private static final List<Stage> WORK = List.of(Stage.TRANSFER, Stage.RECORDING, Stage.QUICK_LOOK, Stage.REDUCTION);

    private final Turn turn;

    RequestWork(Turn turn) {
        this.turn = turn;
    }

    void on(Request request) {
        if (isOfOthers(request.wish())) {
            return;
        }
        if (!turn.state().answered().add(request.unit(), request.id())) {
            return;
        }
        if (request.wish() instanceof FetchAgain wish) {
            each(request, wish.frames(), "frames are to be fetched again", frame -> again(frame, Stage.TRANSFER));
        } else if (request.wish() instanceof LookAgain wish) {
            each(request, wish.frames(), "frames are to be looked at again", frame -> again(frame, Stage.QUICK_LOOK));
        } else if (request.wish() instanceof ReduceAgain wish) {
            each(request, wish.frames(), "frames are to be reduced again", frame -> again(frame, Stage.REDUCTION));
        } else if (request.wish() instanceof BuildAgain wish) {
            each(
                    request,
                    wish.masters(),
                    "masters are to be built again",
                    master -> turn.masters().again(master, request.id()));
        } else if (request.wish() instanceof RetryFailed wish) {
            goOn(request.unit());
            each(request, wish.frames(), "frames are to be tried again", this::retry);
        } else if (request.wish() instanceof ConfirmIngested wish) {
            each(request, wish.frames(), "frames are recorded", frame -> ingested(request, frame));
        } else if (request.wish() instanceof BuildMasters wish) {
            build(request, wish);
        } else if (request.wish() instanceof CloseFrame wish) {
            close(request, wish.frame());
        } else {
            String wish = request.wish().getClass().getSimpleName();
            answer(request, false, "the scheduler cannot do " + wish + "; nothing was changed");
        }
    }

    /** What is about the telescope's files the producer answers, for it alone sees them; progress counts their numbers. */
    private static boolean isOfOthers(Wish wish) {
        return wish instanceof BackfillNights
                || wish instanceof ReleaseFiles
                || wish instanceof JudgeAgain
                || wish instanceof CloseGap
                || wish instanceof ExpectNumbers;
    }

    /** Takes a person's word for it, or says why not. A copy that nobody has seen whole is none. */
    private Optional<String> ingested(Request request, FrameId frame) {
        Optional<FrameStanding> found = turn.state().frames().get(frame);
        Optional<String> obstacle = found.isEmpty() ? Optional.of(unknown(frame)) : obstacleToIngest(found.get());
        if (obstacle.isEmpty()) {
            FrameStanding standing = found.get();
            FrameIdentity identity = standing.identity().orElseThrow();
            String shownBy = request.who() + " said so" + (request.why().isBlank() ? "" : ": " + request.why());
            turn.say(
                    Topics.FRAMES_RECORDED,
                    frame.value(),
                    new FrameRecorded(identity, turn.now(), Level.INGESTED, shownBy));
            turn.frames()
                    .changed(standing.with(
                            Stage.RECORDING,
                            standing.ingest().asDone(standing.ingest().attempts())));
        }
        return obstacle;
    }

    private static Optional<String> obstacleToIngest(FrameStanding standing) {
        if (!standing.isToBeIngested()) {
            return Optional.of("is not taken in by other software: monitor.ingested is not set for it");
        }
        if (standing.ingest().isDone()) {
            return Optional.of("is recorded already");
        }
        return standing.transfer().isDone() ? Optional.empty() : Optional.of("has no whole copy yet");
    }

    private void build(Request request, BuildMasters wish) {
        List<CalibrationSet> closed = turn.sets().closeAll(request.unit(), wish.night());
        if (closed.isEmpty()) {
            answer(request, false, "no calibration set of " + request.unit() + " is open for night " + wish.night());
        } else {
            answer(
                    request,
                    true,
                    "closed: " + closed.stream().map(CalibrationSet::title).collect(Collectors.joining(", ")));
        }
    }

    /** Does it for each that it can be done for, and answers what they become, and why others do not. */
    private <T> void each(Request request, List<T> all, String become, Function<T, Optional<String>> begin) {
        List<String> refusals = new ArrayList<>();
        for (T one : all) {
            begin.apply(one).ifPresent(reason -> refusals.add(one + " " + reason));
        }
        int accepted = all.size() - refusals.size();
        String refused = refusals.isEmpty() ? "" : "; not: " + String.join("; ", refusals);
        answer(request, accepted > 0, accepted + " of " + all.size() + " " + become + refused);
    }

    /** Does a stage of a frame again, or says why not. */
    private Optional<String> again(FrameId frame, Stage stage) {
        Optional<FrameStanding> found = turn.state().frames().get(frame);
        if (found.isEmpty()) {
            return Optional.of(unknown(frame));
        }
        FrameStanding standing = found.get();
        Optional<String> obstacle = obstacle(standing, stage);
        if (obstacle.isEmpty()) {
            turn.frames().changed(standing.with(stage, standing.of(stage).onceMore()));
        }
        return obstacle;
    }

    private String unknown(FrameId frame) {
        return "is not known, was refused where it lies, or was finished more than "
                + turn.policy(frame.unit()).remember().toDays() + " days ago";
    }

    /** Who asks for another try says that the cause is gone, so nothing rests any longer. */
    private void goOn(String unit) {
        for (Desk desk : Desk.values()) {
            turn.rests().end(unit, desk);
        }
    }

    /** Does all stages again in which a frame has failed, or says why there is none. */
    private Optional<String> retry(FrameId frame) {
        Optional<FrameStanding> found = turn.state().frames().get(frame);
        if (found.isEmpty()) {
            return Optional.of(unknown(frame));
        }
        FrameStanding standing = found.get();
        FrameStanding retried = standing;
        for (Stage stage : WORK) {
            if (standing.of(stage).end() == Progress.End.FAILED) {
                retried = retried.with(stage, standing.of(stage).onceMore());
            }
        }
        if (retried.equals(standing)) {
            return Optional.of("has not failed");
        }
        turn.frames().changed(retried);
        return Optional.empty();
    }

    /** A frame that is still looked for or waited for is accounted for by a person's word, until it turns up after all. */
    private void close(Request request, FrameId frame) {
        Optional<FrameStanding> found = turn.state().frames().get(frame);
        Optional<Stage> open = found.flatMap(RequestWork::openStage);
        if (open.isEmpty()) {
            answer(
                    request,
                    false,
                    frame + (found.isEmpty() ? " is not on the way: it is unknown here, or refused" : " is finished")
                            + "; there is nothing to close");
            return;
        }
        FrameStanding standing = found.get();
        Stage stage = open.get();
        int attempt = aRoundBehind(standing.of(stage).attempts());
        turn.say(Topics.FRAMES_FAILED, frame.value(), closed(request, standing, stage, attempt));
        if (stage != Stage.SIGHTING) {
            turn.frames().changed(FrameWork.failedFor(standing, stage, attempt));
        }
        answer(request, true, frame + " is closed");
    }

    /** The stage that a frame has not passed; nothing if it has passed, or failed in, all that apply to it. */
    private static Optional<Stage> openStage(FrameStanding standing) {
        if (standing.announced().isPresent() && standing.file().isEmpty()) {
            return Optional.of(Stage.SIGHTING);
        }
        if (!standing.transfer().isOver()) {
            return Optional.of(Stage.TRANSFER);
        }
        if (standing.isToBeIngested()) {
            return standing.transfer().isDone() && !standing.ingest().isOver()
                    ? Optional.of(Stage.RECORDING)
                    : Optional.empty();
        }
        boolean isReducing = standing.transfer().isDone() && standing.isToBeReduced();
        return isReducing && !standing.reduction().isOver() ? Optional.of(Stage.REDUCTION) : Optional.empty();
    }

    /** The number is higher than that of any attempt that may be out, so that none of those can be the last word. */
    private static int aRoundBehind(int attempts) {
        return (attempts / FrameIdentity.ATTEMPTS_OF_A_ROUND + 2) * FrameIdentity.ATTEMPTS_OF_A_ROUND;
    }

    private FrameFailed closed(Request request, FrameStanding standing, Stage stage, int attempt) {
        return new FrameFailed(
                standing.identity()
                        .orElseGet(() -> standing.transferred().orElseThrow().identity())
                        .withAttempt(attempt),
                turn.now(),
                "",
                stage,
                FailureCategory.CLOSED,
                standing.frame() + " was closed by " + request.who() + ": " + request.why(),
                stage == Stage.SIGHTING
                        ? "nothing; should its file be completed after all, it is taken"
                        : "nothing; should it be wanted after all, ask for it to be fetched or reduced again",
                attempt,
                NOBODY);
    }

    private static Optional<String> obstacle(FrameStanding standing, Stage stage) {
        if (stage != Stage.TRANSFER && !standing.isToBeReduced()) {
            return Optional.of("is not reduced: it is a calibration frame, or excluded");
        }
        if (stage != Stage.TRANSFER && standing.transferred().isEmpty()) {
            return Optional.of("is not transferred");
        }
        return standing.of(stage).isOver() ? Optional.empty() : Optional.of("is on its way already");
    }

    private void answer(Request request, boolean accepted, String words) {
        RequestAnswered answer = new RequestAnswered(request.id(), request.unit(), turn.now(), accepted, words);
        turn.say(Topics.REQUESTS_ANSWERED, request.unit(), answer);
    }
}
