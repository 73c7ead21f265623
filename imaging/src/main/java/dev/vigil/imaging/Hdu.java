package dev.vigil.imaging;

import java.util.Objects;
import java.util.Optional;

/**
 * One header-and-data unit and where its data lie in the (uncompressed) file.
 *
 * @param index counted from 0, the primary HDU
 * @param name EXTNAME, where there is one
 * @param dataBytes without the padding to a full block
 * @param isImage whether it holds pixels, plain or tile-compressed
 */
public record Hdu(
        int index,
        Optional<String> name,
        Header header,
        long dataOffset,
        long dataBytes,
        boolean isImage,
        boolean isTileCompressed) {
    public Hdu {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(header, "header");
    }

    /** The first byte after this HDU, padding included. */
    public long end() {
        return dataOffset + Blocks.padded(dataBytes);
    }

    /** Length of an axis (1, 2 …) of the image, of the uncompressed one where it is tile-compressed; 0 where there is none. */
    public long axis(int number) {
        return header.integer((isTileCompressed ? "ZNAXIS" : "NAXIS") + number).orElse(0);
    }

    public long width() {
        return axis(1);
    }

    public long height() {
        return axis(2);
    }
}
