package dev.vigil.producer;

import dev.vigil.schemas.events.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** One digest that stands for the pixel digests of all HDUs, because seventy of them are much to remember. */
final class PixelSum {
    private PixelSum() {}

    static String of(List<Sha256> pixels) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            pixels.forEach(pixel -> digest.update(pixel.value().getBytes(StandardCharsets.US_ASCII)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
