package dev.vigil.producer.known;

import dev.vigil.schemas.events.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** One short digest that stands for the pixel digests of all HDUs, because seventy of them are much to remember. */
public final class PixelSum {
    /** 128 bits tell any two exposures of a telescope apart. */
    private static final int BYTES = 16;

    private PixelSum() {}

    public static String of(List<Sha256> pixels) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            pixels.forEach(pixel -> digest.update(pixel.value().getBytes(StandardCharsets.US_ASCII)));
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
