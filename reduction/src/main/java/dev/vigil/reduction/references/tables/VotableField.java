package dev.vigil.reduction.references.tables;

import java.nio.ByteBuffer;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;

/**
 * A column of a VOTable.
 *
 * @param type such as {@code double}
 * @param count of values in a row; -1 where each row says how many
 */
record VotableField(String name, String unit, String type, int count) {

    static VotableField of(XMLStreamReader xml) {
        return new VotableField(
                attribute(xml, "name").orElse(attribute(xml, "ID").orElse("unnamed")),
                attribute(xml, "unit").orElse(""),
                attribute(xml, "datatype").orElse("char"),
                count(attribute(xml, "arraysize").orElse("1")));
    }

    private static Optional<String> attribute(XMLStreamReader xml, String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name));
    }

    private static int count(String arraySize) {
        if (arraySize.endsWith("*")) {
            return -1;
        }
        int count = 1;
        for (String length : arraySize.split("x")) {
            count *= Integer.parseInt(length.strip());
        }
        return count;
    }

    int bytesOfOne() {
        return switch (type) {
            case "boolean", "bit", "unsignedByte", "char" -> 1;
            case "short", "unicodeChar" -> Short.BYTES;
            case "int", "float" -> Integer.BYTES;
            case "long", "double", "floatComplex" -> Long.BYTES;
            case "doubleComplex" -> 2 * Long.BYTES;
            default -> throw new IllegalArgumentException("the type '" + type + "' of " + name + " is not known");
        };
    }

    /** How many bytes so many values take: bits share them. */
    int bytes(int values) {
        return "bit".equals(type) ? (values + 7) / 8 : Math.multiplyExact(values, bytesOfOne());
    }

    /** The first value; NaN where it is no number. */
    double number(ByteBuffer bytes) {
        return switch (type) {
            case "double" -> bytes.getDouble(0);
            case "float" -> bytes.getFloat(0);
            case "long" -> bytes.getLong(0);
            case "int" -> bytes.getInt(0);
            case "short" -> bytes.getShort(0);
            case "unsignedByte" -> Byte.toUnsignedInt(bytes.get(0));
            default -> Double.NaN;
        };
    }
}
