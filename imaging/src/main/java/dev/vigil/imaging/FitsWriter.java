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
            write(out, hdus.get(index), index, hdus.size());
        }
    }

    private static void write(OutputStream out, OutputHdu hdu, int index, int hdus) throws IOException {
        if (hdu instanceof OutputHdu.Later later) {
            write(out, later.made().get(), index, hdus);
        } else {
            DataUnit data = DataUnit.of(hdu, index, hdus);
            out.write(headerBytes(StructuralCards.with(data.structure(), hdu.header()), data.sum()));
            data.bytes().write((bytes, length) -> out.write(bytes, 0, length));
        }
    }

    private static void check(List<OutputHdu> hdus) {
        if (hdus.isEmpty() || !canBeFirst(hdus.get(0))) {
            throw new IllegalArgumentException("the first HDU of a file is an image or empty");
        }
    }

    private static boolean canBeFirst(OutputHdu hdu) {
        return !(hdu instanceof OutputHdu.Table)
                && !(hdu instanceof OutputHdu.Packed)
                && !(hdu instanceof OutputHdu.Stored)
                && !(hdu instanceof OutputHdu.Later);
    }

    private static byte[] headerBytes(Header cards, long dataSum) {
        Header.Builder summed = cards.toBuilder()
                .put("DATASUM", Long.toString(dataSum), "sum of the data")
                .put("CHECKSUM", NO_CHECKSUM, "makes the sum of this HDU all ones");
        byte[] draft = CardWriter.bytesOf(summed.build());
        long hduSum =
                new FitsChecksum().add(dataSum).add(draft, 0, draft.length).sum();
        return CardWriter.bytesOf(
                summed.put("CHECKSUM", FitsChecksum.encodeComplement(hduSum), "makes the sum of this HDU all ones")
                        .build());
    }
}
