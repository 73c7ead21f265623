package dev.vigil.imaging;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What the mandatory cards of a header say about the data behind it. */
record Structure(int index, Header header, long dataBytes, boolean isImage, boolean isTileCompressed) {
    private static final Set<Long> BITPIX = Set.of(8L, 16L, 32L, 64L, -32L, -64L);
    private static final int MOST_AXES = 999;

    static Structure of(int index, Header header) throws BadFitsException {
        if (index == 0 && !header.logical("SIMPLE").orElse(false)) {
            throw new BadFitsException("SIMPLE is not T: the file does not claim to be standard FITS");
        }
        long bytes = dataBytes(index, header);
        boolean compressed = isTable(index, header) && header.logical("ZIMAGE").orElse(false);
        boolean image = bytes > 0 && (compressed || isPlainImage(index, header));
        return new Structure(index, header, bytes, image, compressed);
    }

    Hdu at(long dataOffset) throws BadFitsException {
        try {
            Math.addExact(dataOffset, Blocks.padded(dataBytes));
        } catch (ArithmeticException tooLarge) {
            throw tooLarge(index);
        }
        Optional<String> name = header.text("EXTNAME");
        return new Hdu(index, name, header, dataOffset, dataBytes, isImage, isTileCompressed);
    }

    private static boolean isTable(int index, Header header) {
        return index > 0 && header.text("XTENSION").filter("BINTABLE"::equals).isPresent();
    }

    private static boolean isPlainImage(int index, Header header) {
        return index == 0
                ? !isGroups(header)
                : header.text("XTENSION").filter("IMAGE"::equals).isPresent();
    }

    private static boolean isGroups(Header header) {
        return header.logical("GROUPS").orElse(false)
                && header.integer("NAXIS1").orElse(1) == 0;
    }

    private static long dataBytes(int index, Header header) throws BadFitsException {
        long bitpix = required(index, header, "BITPIX");
        if (!BITPIX.contains(bitpix)) {
            throw new BadFitsException("BITPIX of HDU " + index + " is " + bitpix + ", which FITS does not know");
        }
        long axes = required(index, header, "NAXIS");
        if (axes < 0 || axes > MOST_AXES) {
            throw new BadFitsException("NAXIS of HDU " + index + " is " + axes);
        }
        return axes == 0 ? 0 : dataBytes(index, header, Math.abs(bitpix) / 8, (int) axes);
    }

    private static long dataBytes(int index, Header header, long bytesPerValue, int axes) throws BadFitsException {
        int firstAxis = index == 0 && isGroups(header) ? 2 : 1;
        try {
            long values = 1;
            for (int axis = firstAxis; axis <= axes; axis++) {
                values = Math.multiplyExact(values, notNegative(index, header, "NAXIS" + axis));
            }
            values = Math.addExact(values, optional(index, header, "PCOUNT", 0));
            values = Math.multiplyExact(values, optional(index, header, "GCOUNT", 1));
            return Math.multiplyExact(values, bytesPerValue);
        } catch (ArithmeticException tooLarge) {
            throw tooLarge(index);
        }
    }

    private static BadFitsException tooLarge(int index) {
        return new BadFitsException("the axes of HDU " + index + " are larger than any file");
    }

    private static long optional(int index, Header header, String keyword, long otherwise) throws BadFitsException {
        return header.has(keyword) ? notNegative(index, header, keyword) : otherwise;
    }

    private static long notNegative(int index, Header header, String keyword) throws BadFitsException {
        long value = required(index, header, keyword);
        if (value < 0) {
            throw new BadFitsException(keyword + " of HDU " + index + " is negative (" + value + ")");
        }
        return value;
    }

    private static long required(int index, Header header, String keyword) throws BadFitsException {
        OptionalLong value = header.integer(keyword);
        if (value.isEmpty()) {
            String found = header.has(keyword) ? "is not a whole number" : "is missing";
            throw new BadFitsException(keyword + " of HDU " + index + " " + found);
        }
        return value.getAsLong();
    }
}
