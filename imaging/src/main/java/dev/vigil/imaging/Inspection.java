package dev.vigil.imaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that one reading of a file tells: whether it is whole, its headers, its digests, and those of its data units.
 *
 * @param fits empty where the file is no FITS, or not enough of it to tell
 * @param digests empty where the file's bytes cannot be read to their end, as in a compressed stream that is cut short
 * @param pixelDigests as {@link PixelDigest} gives them; empty where {@code fits} is
 */
public record Inspection(
        Completeness completeness, Optional<FitsFile> fits, Optional<Digests> digests, List<String> pixelDigests) {
    public Inspection {
        Objects.requireNonNull(completeness, "completeness");
        Objects.requireNonNull(fits, "fits");
        Objects.requireNonNull(digests, "digests");
        pixelDigests = List.copyOf(pixelDigests);
    }

    /**
     * Finds what {@link Completeness#judge} finds, and a little more: damage that only uncompressing to the end shows. Reads a
     * plain, gzipped or bzipped file once; a complete tile-compressed one is uncompressed besides, for its content digest.
     */
    public static Inspection of(Path file) throws IOException {
        try {
            Sources.checkIsFile(file);
            return Sources.isStream(file) ? stream(file) : plain(file);
        } catch (BadFitsException bad) {
            return new Inspection(Judgement.of(bad), Optional.empty(), Optional.empty(), List.of());
        }
    }

    private static Inspection plain(Path file) throws IOException, BadFitsException {
        try (DigestingSource source = new DigestingSource(new PlainSource(file))) {
            Found found = Found.in(source, false);
            source.drain();
            String digest = source.hex();
            Inspection asWritten = found.with(new Digests(digest, source.bytes(), digest, source.bytes()));
            return found.isCompleteAndTileCompressed() ? asWritten.withContentOf(file) : asWritten;
        }
    }

    private static Inspection stream(Path file) throws IOException, BadFitsException {
        try (DigestingStream asWritten = new DigestingStream(Files.newInputStream(file));
                DigestingSource content = new DigestingSource(
                        new StreamSource(StreamCompression.of(file).open(asWritten)))) {
            Found found = Found.in(content, true);
            content.drain();
            asWritten.drain();
            return found.with(new Digests(asWritten.hex(), asWritten.bytes(), content.hex(), content.bytes()));
        }
    }

    private Inspection withContentOf(Path file) throws IOException, BadFitsException {
        MessageDigest content = Sha256.start();
        try (DigestOutputStream sink = Sha256.sink(content)) {
            long bytes = Unpack.toPlain(file, sink);
            Optional<Digests> both = digests.map(
                    source -> new Digests(source.source(), source.sourceBytes(), Sha256.hex(content), bytes));
            return new Inspection(completeness, fits, both, pixelDigests);
        }
    }

    /** What was found on the way, before the digests are known. */
    private record Found(Completeness completeness, Optional<FitsFile> fits, List<String> pixelDigests) {
        static Found in(ByteSource source, boolean gzipped) throws IOException {
            try {
                WholeFile file = WholeFile.read(source, true);
                return new Found(Judgement.of(file, gzipped), Optional.of(file.headers()), PixelDigest.of(file));
            } catch (BadFitsException bad) {
                return new Found(Judgement.of(bad), Optional.empty(), List.of());
            }
        }

        boolean isCompleteAndTileCompressed() {
            return completeness instanceof Completeness.Complete
                    && fits.stream().flatMap(file -> file.hdus().stream()).anyMatch(Hdu::isTileCompressed);
        }

        Inspection with(Digests digests) {
            return new Inspection(completeness, fits, Optional.of(digests), pixelDigests);
        }
    }
}
