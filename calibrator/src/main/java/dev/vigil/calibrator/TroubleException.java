package dev.vigil.calibrator;

/** Carries a trouble from where it is met to where it is answered. */
final class TroubleException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Trouble trouble;

    TroubleException(Trouble trouble) {
        super(trouble.toString(), null, false, false);
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
