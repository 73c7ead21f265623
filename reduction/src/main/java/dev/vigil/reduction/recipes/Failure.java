package dev.vigil.reduction.recipes;

/**
 * Why pixels could not be turned into a product, for a program and for a person.
 *
 * @param reason what is wrong, naming the thing it is wrong with
 * @param remedy what a person can do about it
 */
public record Failure(Kind kind, String reason, String remedy) {
    public Failure {
        if (reason.isBlank() || remedy.isBlank()) {
            throw new IllegalArgumentException("A failure says what is wrong and what to do");
        }
    }

    /** The kinds of failure that reductions know. */
    public enum Kind {
        GAIN_UNKNOWN,
        READ_NOISE_UNKNOWN,
        MASTER_MISSING,
        MASTER_DOES_NOT_FIT,
        SECTIONS_DO_NOT_FIT,
        TOO_FEW_INPUTS,
        INPUTS_DISAGREE,
        INPUT_MISSING,
        INPUT_DAMAGED
    }

    @Override
    public String toString() {
        return reason + ". " + remedy;
    }
}
