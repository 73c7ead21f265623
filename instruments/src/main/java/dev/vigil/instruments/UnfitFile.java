package dev.vigil.instruments;

/** Stops the description of a file that must be refused. */
final class UnfitFile extends Exception {
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
