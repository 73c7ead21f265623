package dev.vigil.instruments;

/** Stops the description of a file that must be refused. */
final class UnfitFile extends Exception {
    /** How a profile that was put right reaches a file that was judged before. */
    static final String JUDGED_AGAIN =
            "start the producer anew and ask for it to be judged again: vigil again FRAME --judge --why TEXT";

    private static final long serialVersionUID = 1L;

    private final RefusalCategory category;
    private final String remedy;

    UnfitFile(RefusalCategory category, String reason, String remedy) {
        super(reason);
        this.category = category;
        this.remedy = remedy;
    }

    Judged.Refused refused(FrameNumbers numbers) {
        return new Judged.Refused(category, getMessage(), remedy, numbers);
    }
}
