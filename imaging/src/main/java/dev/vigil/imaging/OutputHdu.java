package dev.vigil.imaging;

import java.util.List;

/** One HDU to be written: its own cards and its data; the structural cards are the writer's business. */
public sealed interface OutputHdu {
    /** The cards beside those that describe the data; EXTNAME names an extension. */
    Header header();

    /** A header without data. */
    static OutputHdu empty(Header header) {
        return new Empty(header);
    }

    /** An image stored as the type says, rounded and clipped to its range. */
    static OutputHdu image(Header header, Image image, PixelType type) {
        return new Floats(header, image, type);
    }

    /** An image of whole numbers, such as a mask. */
    static OutputHdu integers(Header header, int width, int height, int[] pixels, PixelType type) {
        return new Integers(header, width, height, pixels, type);
    }

    /** A binary table; all columns have the same number of rows. */
    static OutputHdu table(Header header, List<Column> columns) {
        return new Table(header, columns);
    }

    /** A header without data. */
    record Empty(Header header) implements OutputHdu {}

    /** An image from single-precision pixels. */
    record Floats(Header header, Image image, PixelType type) implements OutputHdu {}

    /** An image from whole numbers. */
    record Integers(Header header, int width, int height, int[] pixels, PixelType type) implements OutputHdu {}

    /** A binary table. */
    record Table(Header header, List<Column> columns) implements OutputHdu {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /** A column of a binary table: numbers in double precision or text, with a unit (empty for none). */
    record Column(String name, String unit, List<?> values) {
        public Column {
            values = List.copyOf(values);
        }
    }
}
