package dev.vigil.progress.standing;

import dev.vigil.progress.standing.Judged.Verdict;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.Stage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides in which one place a frame is counted. */
final class Accounting {
    private static final String NOTHING = "";

    /** What has to be passed for the troubles of a stage to be of the past. A quick look never stops a frame. */
    private static final Map<Stage, Milestone> GOALS = Map.of(
            Stage.SIGHTING, Milestone.ANNOUNCED,
            Stage.TRANSFER, Milestone.TRANSFERRED,
            Stage.REDUCTION, Milestone.REDUCED,
            Stage.RECORDING, Milestone.RECORDED);

    private final Standing standing;

    Accounting(Standing standing) {
        this.standing = standing;
    }

    Account account() {
        return Stream.of(excluded(), recorded(), stopped(), refused(), stalled())
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(this::onTheWay);
    }

    /** By default an excluded file is archived all the same, and is not done with before. */
    private Optional<Account> excluded() {
        boolean done = standing.belonging().lastLevel() == Level.SIGHTED || has(Milestone.TRANSFERRED);
        return judged(Verdict.EXCLUDED)
                .filter(judged -> done)
                .map(judged -> account(Whereabouts.EXCLUDED, Stage.SIGHTING, judged));
    }

    private Optional<Account> recorded() {
        return standing.at(Milestone.RECORDED)
                .map(span -> new Account(Whereabouts.RECORDED, Stage.RECORDING, NOTHING, NOTHING, span.first()));
    }

    /** A wait that began after the failure means that the frame is being tried again. */
    private Optional<Account> stopped() {
        Optional<Account> failed = failed();
        Optional<Account> waiting = waiting();
        if (failed.isPresent() && waiting.isPresent()) {
            return waiting.get().since().isAfter(failed.get().since()) ? waiting : failed;
        }
        return failed.or(() -> waiting);
    }

    private Optional<Account> failed() {
        return standing.failures().entrySet().stream()
                .filter(failure -> failure.getValue().isFinal() && isOpen(failure.getKey()))
                .map(failure -> account(failure.getKey(), failure.getValue()))
                .findFirst();
    }

    private Optional<Account> waiting() {
        return standing.waiting()
                .filter(wait -> !wait.over() && isOpen(wait.stage()))
                .map(wait -> new Account(wait.whereabouts(), wait.stage(), wait.reason(), wait.remedy(), wait.since()));
    }

    private Optional<Account> refused() {
        return unlessComplete(Verdict.REFUSED).map(judged -> account(Whereabouts.FAILED, Stage.SIGHTING, judged));
    }

    private Optional<Account> stalled() {
        return unlessComplete(Verdict.STALLED).map(judged -> account(Whereabouts.STALLED, Stage.SIGHTING, judged));
    }

    private Account onTheWay() {
        if (!has(Milestone.ANNOUNCED)) {
            return standing.judged()
                    .map(judged -> account(Whereabouts.ON_THE_WAY, Stage.SIGHTING, judged))
                    .orElseGet(() -> onTheWay(Stage.SIGHTING, Milestone.SEEN));
        }
        if (!has(Milestone.TRANSFERRED)) {
            return onTheWay(Stage.TRANSFER, Milestone.ANNOUNCED);
        }
        if (standing.belonging().lastLevel() == Level.REDUCED && !has(Milestone.REDUCED)) {
            return onTheWay(Stage.REDUCTION, Milestone.TRANSFERRED);
        }
        return onTheWay(Stage.RECORDING, Milestone.of(standing.belonging().lastLevel()));
    }

    private Account onTheWay(Stage stage, Milestone left) {
        Instant since =
                standing.at(left).map(Span::first).orElse(standing.belonging().at());
        return new Account(Whereabouts.ON_THE_WAY, stage, lastFailure(stage), NOTHING, since);
    }

    private String lastFailure(Stage stage) {
        return Optional.ofNullable(standing.failures().get(stage))
                .map(Accounting::words)
                .orElse(NOTHING);
    }

    private static String words(Failure failure) {
        int attempt = FrameIdentity.attemptOfItsRound(failure.attempt());
        return attempt == 0 ? failure.reason() : "attempt " + attempt + " failed: " + failure.reason();
    }

    private boolean isOpen(Stage stage) {
        return GOALS.containsKey(stage) && !has(GOALS.get(stage));
    }

    private boolean has(Milestone milestone) {
        return standing.hasReached(milestone);
    }

    private Optional<Judged> judged(Verdict verdict) {
        return standing.judged().filter(judged -> judged.verdict() == verdict);
    }

    private Optional<Judged> unlessComplete(Verdict verdict) {
        return judged(verdict).filter(judged -> !has(Milestone.ANNOUNCED));
    }

    private static Account account(Whereabouts whereabouts, Stage stage, Judged judged) {
        return new Account(whereabouts, stage, judged.reason(), judged.remedy(), judged.since());
    }

    private static Account account(Stage stage, Failure failure) {
        return new Account(Whereabouts.FAILED, stage, failure.reason(), failure.remedy(), failure.at());
    }
}
