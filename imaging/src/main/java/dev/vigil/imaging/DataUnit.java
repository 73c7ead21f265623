package dev.vigil.imaging;

import java.io.IOException;

/**
 * The data of an HDU as they lie in a file.
 *
 * @param structure the cards that describe them
 * @param sum of all bytes, as DATASUM states it
 * @param bytes hands them out, padded to whole blocks, as often as it is asked to
 */
record DataUnit(Header structure, long sum, Bytes bytes) {
    /** Hands out the same pieces every time: for their sum and for the file, that costs less than keeping them. */
    interface Bytes {
        void write(BlockBuffer.Sink sink) throws IOException;
    }

    /** The data of one of so many HDUs. */
    static DataUnit of(OutputHdu hdu, int index, int hdus) throws IOException {
        if (hdu instanceof OutputHdu.Stored stored) {
            return stored.data();
        }
        if (hdu instanceof OutputHdu.Packed packed) {
            PackedImage image = PackedImage.of(packed);
            return summed(image.header(), image.table()::write);
        }
        return summed(StructuralCards.of(hdu, index, hdus), sink -> DataWriter.write(hdu, sink));
    }

    private static DataUnit summed(Header structure, Bytes bytes) throws IOException {
        FitsChecksum sum = new FitsChecksum();
        bytes.write((piece, length) -> sum.add(piece, 0, length));
        return new DataUnit(structure, sum.sum(), bytes);
    }
}
