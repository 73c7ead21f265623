package dev.vigil.imaging;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** One HDU to be written: its own cards and its data; the structural cards are the writer's business. */
public sealed interface OutputHdu {
    /** The cards beside those that describe the data; EXTNAME names an extension. */
    Header header();

    /** The same data under other cards. */
    OutputHdu with(Header other);

    /** A header without data. */
    static OutputHdu empty(Header header) {
        return new Empty(header);
    }

    /** An image stored as the type says, rounded and clipped to its range. */
    static OutputHdu image(Header header, Image image, PixelType type) {
        return new Floats(header, image, type);
    }

    /** An image of whole numbers, such as a mask, all of them within the range of the type. */
    static OutputHdu integers(Header header, int width, int height, int[] pixels, PixelType type) {
        return new Integers(header, width, height, 1, pixels, type);
    }

    /** A cube of whole numbers, plane behind plane, all of them within the range of the type. */
    static OutputHdu cube(Header header, int width, int height, int planes, int[] pixels, PixelType type) {
        return new Integers(header, width, height, planes, pixels, type);
    }

    /** A binary table; all columns have the same number of rows. It cannot be the first HDU of a file. */
    static OutputHdu table(Header header, List<Column> columns) {
        return new Table(header, columns);
    }

    /** An image of single-precision numbers or of whole ones, packed into tiles. It cannot be the first HDU of a file. */
    static OutputHdu packed(OutputHdu image, TileForm form) {
        return new Packed(image, form);
    }

    /** An HDU with these cards whose data are made when it is written, and forgotten afterwards. It cannot be the first of a file. */
    static OutputHdu later(Header header, Supplier<OutputHdu> made) {
        return new Later(header, made);
    }

    /** A header without data. */
    record Empty(Header header) implements OutputHdu {
        public Empty {
            Objects.requireNonNull(header, "header");
        }

        @Override
        public OutputHdu with(Header other) {
            return new Empty(other);
        }
    }

    /** An image from single-precision pixels. */
    record Floats(Header header, Image image, PixelType type) implements OutputHdu {
        public Floats {
            Objects.requireNonNull(header, "header");
            Objects.requireNonNull(image, "image");
            Objects.requireNonNull(type, "type");
        }

        @Override
        public OutputHdu with(Header other) {
            return new Floats(other, image, type);
        }
    }

    /** An image from whole numbers; a cube, where it has more than one plane. */
    record Integers(Header header, int width, int height, int planes, int[] pixels, PixelType type)
            implements OutputHdu {
        public Integers {
            Objects.requireNonNull(header, "header");
            Objects.requireNonNull(type, "type");
            if (width < 1 || height < 1 || planes < 1 || pixels.length != (long) width * height * planes) {
                throw new IllegalArgumentException(
                        width + " by " + height + " by " + planes + " pixels do not fit " + pixels.length);
            }
            if (type == PixelType.FLOAT_32) {
                throw new IllegalArgumentException("whole numbers are not stored as " + type);
            }
        }

        @Override
        public OutputHdu with(Header other) {
            return new Integers(other, width, height, planes, pixels, type);
        }
    }

    /** An image as a table of tiles. */
    record Packed(OutputHdu image, TileForm form) implements OutputHdu {
        public Packed {
            Objects.requireNonNull(form, "form");
            boolean isFloats = image instanceof Floats floats && floats.type() == PixelType.FLOAT_32;
            if (!isFloats && !(image instanceof Integers)) {
                throw new IllegalArgumentException("only single-precision or whole numbers are packed into tiles");
            }
        }

        @Override
        public Header header() {
            return image.header();
        }

        @Override
        public OutputHdu with(Header other) {
            return new Packed(image.with(other), form);
        }

        boolean isQuantised() {
            return image instanceof Floats && !form.isLossless();
        }

        PixelType type() {
            return image instanceof Integers integers ? integers.type() : PixelType.FLOAT_32;
        }

        int[] axes() {
            if (image instanceof Floats floats) {
                return new int[] {floats.image().width(), floats.image().height()};
            }
            Integers all = (Integers) image;
            return all.planes() == 1
                    ? new int[] {all.width(), all.height()}
                    : new int[] {all.width(), all.height(), all.planes()};
        }
    }

    /** What is not there yet. */
    record Later(Header header, Supplier<OutputHdu> made) implements OutputHdu {
        public Later {
            Objects.requireNonNull(header, "header");
            Objects.requireNonNull(made, "made");
        }

        @Override
        public OutputHdu with(Header other) {
            return new Later(other, () -> made.get().with(other));
        }
    }

    /** What lies in an {@link HduStore} as it will lie in the file. It cannot be the first HDU of a file. */
    record Stored(Header header, DataUnit data) implements OutputHdu {
        public Stored {
            Objects.requireNonNull(header, "header");
            Objects.requireNonNull(data, "data");
        }

        @Override
        public OutputHdu with(Header other) {
            return new Stored(other, data);
        }
    }

    /** A binary table. */
    record Table(Header header, List<Column> columns) implements OutputHdu {
        public Table {
            Objects.requireNonNull(header, "header");
            columns = List.copyOf(columns);
            if (columns.stream().mapToInt(Column::rows).distinct().count() > 1) {
                throw new IllegalArgumentException("the columns have different numbers of rows");
            }
        }

        @Override
        public OutputHdu with(Header other) {
            return new Table(other, columns);
        }

        int rows() {
            return columns.isEmpty() ? 0 : columns.get(0).rows();
        }

        int rowBytes() {
            return columns.stream().mapToInt(Column::bytes).sum();
        }
    }

    /** A column of a binary table. */
    sealed interface Column {
        String name();

        /** The unit as FITS spells it; empty for none. */
        String unit();

        int rows();

        /** Bytes of one row. */
        int bytes();

        /** The TFORM of the column. */
        String form();

        static Column doubles(String name, String unit, double... values) {
            return new Doubles(name, unit, 1, values);
        }

        /** So many numbers in each row, row after row. */
        static Column vectors(String name, String unit, int length, double... values) {
            return new Doubles(name, unit, length, values);
        }

        static Column longs(String name, String unit, long... values) {
            return new Longs(name, unit, values);
        }

        static Column texts(String name, List<String> values) {
            return new Texts(name, values);
        }
    }

    /** Numbers in double precision, so many in each row; NaN where there is no value. */
    record Doubles(String name, String unit, int length, double[] values) implements Column {
        public Doubles {
            if (length < 1 || values.length % length != 0) {
                throw new IllegalArgumentException(
                        name + ": " + values.length + " numbers are no rows of " + length + " each");
            }
        }

        @Override
        public int rows() {
            return values.length / length;
        }

        @Override
        public int bytes() {
            return 8 * length;
        }

        @Override
        public String form() {
            return length + "D";
        }
    }

    /** Whole numbers of 64 bits. */
    record Longs(String name, String unit, long[] values) implements Column {
        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public int bytes() {
            return 8;
        }

        @Override
        public String form() {
            return "1K";
        }
    }

    /** Text, each value padded to the longest. */
    record Texts(String name, List<String> values) implements Column {
        public Texts {
            values = values.stream().map(CardText::printable).toList();
        }

        @Override
        public String unit() {
            return "";
        }

        @Override
        public int rows() {
            return values.size();
        }

        @Override
        public int bytes() {
            return Math.max(1, values.stream().mapToInt(String::length).max().orElse(1));
        }

        @Override
        public String form() {
            return bytes() + "A";
        }
    }
}
