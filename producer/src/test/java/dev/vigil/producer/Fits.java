package dev.vigil.producer;

import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Small FITS files for tests. */
final class Fits {
    private static final int SIDE = 32;

    private Fits() {}

    public static Header.Builder header() {
        return Header.builder()
                .put("IMAGETYP", "LIGHT", "")
                .put("OBJECT", "T11746", "")
                .put("EXPTIME", 10.0, "")
                .put("DATE-OBS", "2026-03-02T03:15:02.000", "")
                .put("FILTER", "r", "")
                .put("EGAIN", 0.5, "");
    }

    /** With DATASUM and CHECKSUM, so that it proves itself. */
    public static byte[] proven(Header.Builder header, int seed) {
        int[] pixels = new int[SIDE * SIDE];
        Arrays.setAll(pixels, i -> 100 + (i * 31 + seed * 7) % 977);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            FitsWriter.write(bytes, List.of(OutputHdu.integers(header.build(), SIDE, SIDE, pixels, PixelType.INT_16)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Of its full length, and without sums that prove it. */
    static byte[] endingInZeros() {
        byte[] bytes = unproven(1);
        Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0);
        return bytes;
    }

    public static byte[] proven(int seed) {
        return proven(header(), seed);
    }

    /** As many programs write it: without sums. */
    static byte[] unproven(int seed) {
        String text = new String(proven(seed), StandardCharsets.ISO_8859_1);
        return text.replaceFirst("DATASUM ", "OLDSUM  ")
                .replaceFirst("CHECKSUM", "OLDCHECK")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
