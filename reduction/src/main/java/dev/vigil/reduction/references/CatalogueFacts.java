package dev.vigil.reduction.references;

/**
 * What a catalogue's file says of itself.
 *
 * @param epoch of all places in the file
 * @param source SHA-256 of the bytes of all files that it was made from, one after the other
 * @param note where the stars come from and whom to thank, in a sentence; empty for none
 */
public record CatalogueFacts(String name, ReferenceBand band, Epoch epoch, String source, String note) {
    public CatalogueFacts {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a catalogue needs a name");
        }
        if (!source.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("'" + source + "' is no SHA-256");
        }
    }
}
