package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.association.CalibrationSet;
import dev.vigil.scheduler.state.FrameStanding;
import dev.vigil.schemas.events.BuildMasters;
import dev.vigil.schemas.events.FetchAgain;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.ReduceAgain;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Does what persons ask for, as far as it can be done, and answers each request once. */
final class RequestWork {
    private final Turn turn;

    RequestWork(Turn turn) {
        this.turn = turn;
    }

    void on(Request request) {
        if (!turn.state().answered().add(request.unit(), request.id())) {
            return;
        }
        if (request.wish() instanceof FetchAgain wish) {
            again(request, wish.frames(), Stage.TRANSFER);
        } else if (request.wish() instanceof ReduceAgain wish) {
            again(request, wish.frames(), Stage.REDUCTION);
        } else if (request.wish() instanceof BuildMasters wish) {
            build(request, wish);
        } else {
            String wish = request.wish().getClass().getSimpleName();
            answer(request, false, "the scheduler cannot do " + wish + "; nothing was changed");
        }
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

    private void again(Request request, List<FrameId> frames, Stage stage) {
        List<String> refusals = new ArrayList<>();
        for (FrameId frame : frames) {
            again(frame, stage).ifPresent(reason -> refusals.add(frame + " " + reason));
        }
        int accepted = frames.size() - refusals.size();
        String refused = refusals.isEmpty() ? "" : "; not: " + String.join("; ", refusals);
        answer(request, accepted > 0, accepted + " of " + frames.size() + " frames are done again" + refused);
    }

    /** Does a stage of a frame again, or says why not. */
    private Optional<String> again(FrameId frame, Stage stage) {
        Optional<FrameStanding> found = turn.state().frames().get(frame);
        if (found.isEmpty()) {
            return Optional.of("is not known, or was finished more than "
                    + turn.policy().remember().toDays() + " days ago");
        }
        FrameStanding standing = found.get();
        Optional<String> obstacle = obstacle(standing, stage);
        if (obstacle.isEmpty()) {
            turn.frames().changed(standing.with(stage, standing.of(stage).onceMore()));
        }
        return obstacle;
    }

    private static Optional<String> obstacle(FrameStanding standing, Stage stage) {
        if (stage == Stage.REDUCTION && !standing.isToBeReduced()) {
            return Optional.of("is not reduced: it is a calibration frame, or excluded");
        }
        if (stage == Stage.REDUCTION && standing.transferred().isEmpty()) {
            return Optional.of("is not transferred");
        }
        return standing.of(stage).isOver() ? Optional.empty() : Optional.of("is on its way already");
    }

    private void answer(Request request, boolean accepted, String words) {
        RequestAnswered answer = new RequestAnswered(request.id(), request.unit(), turn.now(), accepted, words);
        turn.say(Topics.REQUESTS_ANSWERED, request.unit(), answer);
    }
}
