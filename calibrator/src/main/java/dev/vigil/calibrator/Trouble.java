package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveException;
import dev.vigil.reduction.recipes.Failure;
import dev.vigil.schemas.events.FailureCategory;
import java.util.Objects;

/**
 * Why a task has failed.
 *
 * @param category the class of the reason
 * @param reason what is wrong
 * @param remedy what a person can do
 */
record Trouble(FailureCategory category, String reason, String remedy) {
    Trouble {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(remedy, "remedy");
    }

    /** A failure of the arithmetic, in the words of events. */
    static Trouble of(Failure failure) {
        return new Trouble(category(failure.kind()), failure.reason(), failure.remedy());
    }

    /** What an archive has refused. */
    static Trouble of(ArchiveException cause) {
        String in = cause.place().map(place -> " in " + place).orElse("");
        String then = "; what waits is tried again by itself, what has failed with vigil retry";
        return switch (cause.problem()) {
            case FULL ->
                new Trouble(
                        FailureCategory.DISK_FULL,
                        "its product finds no room" + in + ": " + cause.getMessage(),
                        "make room there" + then);
            case DENIED ->
                new Trouble(
                        FailureCategory.NOT_WRITABLE,
                        "is not permitted" + in + ": " + cause.getMessage(),
                        "let the calibrator's user read and write there" + then);
            default ->
                new Trouble(
                        FailureCategory.OTHER,
                        "the archive refuses: " + cause.getMessage(),
                        "see the archive's folder and disk");
        };
    }

    private static FailureCategory category(Failure.Kind kind) {
        return switch (kind) {
            case GAIN_UNKNOWN -> FailureCategory.GAIN_UNKNOWN;
            case READ_NOISE_UNKNOWN -> FailureCategory.MISSING_KEYWORD;
            case MASTER_MISSING -> FailureCategory.NO_MASTER;
            case MASTER_DOES_NOT_FIT -> FailureCategory.MASTER_FAILED;
            case SECTIONS_DO_NOT_FIT, INPUTS_DISAGREE -> FailureCategory.IMPOSSIBLE_VALUE;
            case TOO_FEW_INPUTS -> FailureCategory.TOO_FEW_INPUTS;
            case INPUT_MISSING -> FailureCategory.VANISHED;
            case INPUT_DAMAGED -> FailureCategory.DAMAGED;
        };
    }

    TroubleException thrown() {
        return new TroubleException(this);
    }
}
