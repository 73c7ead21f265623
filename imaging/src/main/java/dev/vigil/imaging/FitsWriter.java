package dev.vigil.imaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** Writes FITS whose bytes follow from what is written and nothing else, with DATASUM and CHECKSUM in every HDU. */
public final class FitsWriter {
    private static final String NO_CHECKSUM = "0".repeat(16);

    private FitsWriter() {}

    /** Writes a new file; one that is there already is an error. */
    public static void write(Path file, List<OutputHdu> hdus) throws IOException {
        check(hdus);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            write(out, hdus);
        }
    }

    /** Writes a new file as bzip2 packs it; one that is there already is an error. */
    public static void writeBzip2(Path file, List<OutputHdu> hdus) throws IOException {
        check(hdus);
        try (OutputStream out = new BZip2CompressorOutputStream(
                Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW))) {
            write(out, hdus);
        }
    }

    /** Writes the HDUs, and leaves the stream open. */
    public static void write(OutputStream out, List<OutputHdu> hdus) throws IOException {
        check(hdus);
        for (int index = 0; index < hdus.size(); index++) {
            OutputHdu hdu = hdus.get(index);
            out.write(headerBytes(hdu, StructuralCards.headerOf(hdu, index, hdus.size())));
            DataWriter.write(hdu, (bytes, length) -> out.write(bytes, 0, length));
        }
    }

    private static void check(List<OutputHdu> hdus) {
        if (hdus.isEmpty() || hdus.get(0) instanceof OutputHdu.Table) {
            throw new IllegalArgumentException("the first HDU of a file is an image or empty");
        }
    }

    /** The data are encoded twice, here for their sum: that costs less than keeping them. */
    private static byte[] headerBytes(OutputHdu hdu, Header cards) throws IOException {
        FitsChecksum sum = new FitsChecksum();
        DataWriter.write(hdu, (bytes, length) -> sum.add(bytes, 0, length));
        Header.Builder summed = cards.toBuilder()
                .put("DATASUM", Long.toString(sum.sum()), "sum of the data")
                .put("CHECKSUM", NO_CHECKSUM, "makes the sum of this HDU all ones");
        byte[] draft = CardWriter.bytesOf(summed.build());
        long hduSum = sum.add(draft, 0, draft.length).sum();
        return CardWriter.bytesOf(
                summed.put("CHECKSUM", FitsChecksum.encodeComplement(hduSum), "makes the sum of this HDU all ones")
                        .build());
    }
}
