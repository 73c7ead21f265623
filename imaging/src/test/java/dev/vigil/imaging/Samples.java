package dev.vigil.imaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** Files that tests read. */
public final class Samples {
    private Samples() {}

    static final Header OBJECT = Header.builder()
            .put("OBJECT", "NGC 1365", "target")
            .put("EXPTIME", 30.5, "[s]")
            .build();

    /** Noise around a level, whole numbers. */
    public static Image noise(int width, int height, long seed) {
        Random random = new Random(seed);
        Image image = Image.blank(width, height);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = 1000 + random.nextInt(200);
        }
        return image;
    }

    static OutputHdu frame(int width, int height) {
        return OutputHdu.image(OBJECT, noise(width, height, 1), PixelType.UNSIGNED_16);
    }

    static List<OutputHdu> mosaic(int extensions) {
        List<OutputHdu> hdus = new ArrayList<>();
        hdus.add(OutputHdu.empty(OBJECT));
        for (int i = 1; i <= extensions; i++) {
            Header header = Header.builder().put("EXTNAME", "CCD" + i, "").build();
            hdus.add(OutputHdu.image(header, noise(50, 40, i), PixelType.UNSIGNED_16));
        }
        return hdus;
    }

    static byte[] bytes(List<OutputHdu> hdus) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            FitsWriter.write(out, hdus);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    static byte[] bzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (BZip2CompressorOutputStream out = new BZip2CompressorOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /** A FITS file as a camera without sums writes it: these cards, then these data, padded. */
    static byte[] byHand(byte[] data, String... cards) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(headerByHand(cards));
        out.writeBytes(Arrays.copyOf(data, (int) Blocks.padded(data.length)));
        return out.toByteArray();
    }

    static byte[] headerByHand(String... cards) {
        StringBuilder text = new StringBuilder();
        for (String card : cards) {
            text.append(CardWriter.pad(card, 80));
        }
        text.append(CardWriter.pad("END", 80));
        return CardWriter.pad(text.toString(), (int) Blocks.padded(text.length()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static Path file(Path folder, String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
