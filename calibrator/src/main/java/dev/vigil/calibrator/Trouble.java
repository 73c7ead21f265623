package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.Refusal;
import dev.vigil.reduction.recipes.Failure;
import dev.vigil.schemas.events.FailureCategory;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a task has failed.
 *
 * @param category the class of the reason
 * @param reason what is wrong
 * @param remedy what a person can do
 * @param obstacle what others would meet, too, where it is no matter of this task
 */
record Trouble(FailureCategory category, String reason, String remedy, Optional<String> obstacle) {
    Trouble {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(obstacle, "obstacle");
    }

    /** One that is a matter of this task. */
    Trouble(FailureCategory category, String reason, String remedy) {
        this(category, reason, remedy, Optional.empty());
    }

    /** A failure of the arithmetic, in the words of events. */
    static Trouble of(Failure failure) {
        return new Trouble(category(failure.kind()), failure.reason(), failure.remedy());
    }

    /** What an archive has refused. */
    static Trouble of(ArchiveException cause) {
        Refusal refusal = Refusal.of(cause, "calibrator");
        FailureCategory category = switch (refusal.problem()) {
            case FULL -> FailureCategory.DISK_FULL;
            case DENIED -> FailureCategory.NOT_WRITABLE;
            default -> FailureCategory.OTHER;
        };
        return new Trouble(category, refusal.words(), refusal.remedy(), refusal.obstacle());
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
