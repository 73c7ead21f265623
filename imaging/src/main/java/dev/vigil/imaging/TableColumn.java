package dev.vigil.imaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of a binary table, and how to get a number out of a row.
 *
 * @param unit as the file has it; empty for none
 * @param type the letter of its TFORM
 * @param count how many values a row has
 * @param offset of its first byte in a row
 * @param blank the whole number that stands for no value
 */
public record TableColumn(
        String name, String unit, char type, int count, int offset, double scale, double zero, OptionalLong blank) {
    private static final Pattern FORM = Pattern.compile("(\\d*)([LXBIJKAEDCMPQ]).*");
    private static final int BITS = 8;

    /** The columns of a binary table, in their order. */
    public static List<TableColumn> of(Header header) throws BadFitsException {
        List<TableColumn> columns = new ArrayList<>();
        int offset = 0;
        long fields = header.integer("TFIELDS").orElse(0);
        for (int number = 1; number <= fields; number++) {
            TableColumn column = of(header, number, offset);
            columns.add(column);
            offset = Math.addExact(offset, column.bytes());
        }
        long row = header.integer("NAXIS1").orElse(0);
        if (offset != row) {
            throw new BadFitsException("its columns take " + offset + " bytes of a row that has " + row);
        }
        return List.copyOf(columns);
    }

    private static TableColumn of(Header header, int number, int offset) throws BadFitsException {
        String text = header.text("TFORM" + number).orElse("");
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new BadFitsException("TFORM" + number + " is '" + text + "', which FITS does not know");
        }
        return new TableColumn(
                header.text("TTYPE" + number).orElse("column" + number),
                header.text("TUNIT" + number).orElse(""),
                form.group(2).charAt(0),
                form.group(1).isEmpty() ? 1 : Integer.parseInt(form.group(1)),
                offset,
                header.number("TSCAL" + number).orElse(1),
                header.number("TZERO" + number).orElse(0),
                header.integer("TNULL" + number));
    }

    private int bytes() {
        return type == 'X' ? (count + BITS - 1) / BITS : Math.multiplyExact(count, width());
    }

    private int width() {
        return switch (type) {
            case 'I' -> Short.BYTES;
            case 'J', 'E' -> Integer.BYTES;
            case 'K', 'D', 'C', 'P' -> Long.BYTES;
            case 'M', 'Q' -> 2 * Long.BYTES;
            default -> 1;
        };
    }

    /** The first number of the column in a row that begins at the start of the buffer; NaN where there is none. */
    public double number(ByteBuffer row) {
        if (count == 0) {
            return Double.NaN;
        }
        return switch (type) {
            case 'E' -> zero + scale * row.getFloat(offset);
            case 'D' -> zero + scale * row.getDouble(offset);
            case 'B' -> whole(Byte.toUnsignedInt(row.get(offset)));
            case 'I' -> whole(row.getShort(offset));
            case 'J' -> whole(row.getInt(offset));
            case 'K' -> whole(row.getLong(offset));
            case 'A' -> Numbers.parse(text(row)).orElse(Double.NaN);
            default -> Double.NaN;
        };
    }

    private double whole(long value) {
        return blank.isPresent() && blank.getAsLong() == value ? Double.NaN : zero + scale * value;
    }

    private String text(ByteBuffer row) {
        byte[] letters = new byte[count];
        row.get(offset, letters);
        return new String(letters, StandardCharsets.ISO_8859_1).strip();
    }
}
