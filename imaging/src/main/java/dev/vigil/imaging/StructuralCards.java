package dev.vigil.imaging;

import java.util.List;
import java.util.regex.Pattern;

/** The cards that describe the data, in the order that the standard wants; a caller's own of that kind are left out. */
final class StructuralCards {
    private static final Pattern STRUCTURAL = Pattern.compile("SIMPLE|XTENSION|BITPIX|NAXIS\\d*|PCOUNT|GCOUNT|GROUPS"
            + "|EXTEND|NEXTEND|BSCALE|BZERO|BLANK|THEAP|TFIELDS|T(TYPE|FORM|UNIT|NULL|SCAL|ZERO|DISP|DIM)\\d+"
            + "|CHECKSUM|DATASUM|LONGSTRN|Z(IMAGE|SIMPLE|TENSION|BITPIX|NAXIS\\d*|PCOUNT|GCOUNT|EXTEND|CMPTYPE"
            + "|TILE\\d+|NAME\\d+|VAL\\d+|QUANTIZ|DITHER0|BLANK|SCALE|ZERO|HECKSUM|DATASUM)");

    private final Header.Builder cards = Header.builder();
    private final OutputHdu hdu;
    private final int index;

    private StructuralCards(OutputHdu hdu, int index) {
        this.hdu = hdu;
        this.index = index;
    }

    /** Those of one of so many HDUs. */
    static Header of(OutputHdu hdu, int index, int hdus) {
        StructuralCards structure = new StructuralCards(hdu, index);
        structure.begin();
        structure.data(hdus - 1);
        return structure.cards.build();
    }

    /** These structural cards, then the caller's others. */
    static Header with(Header structural, Header callers) {
        Header.Builder cards = structural.toBuilder();
        Header own = withoutStructure(callers);
        if (own.entries().stream().anyMatch(entry -> CardWriter.linesOf(entry).size() > 1)) {
            cards.put("LONGSTRN", "OGIP 1.0", "long strings are continued");
        }
        return cards.addAll(own).build();
    }

    private void begin() {
        if (index == 0) {
            cards.put("SIMPLE", true, "conforms to the FITS standard");
        } else {
            cards.put("XTENSION", hdu instanceof OutputHdu.Table ? "BINTABLE" : "IMAGE", "kind of extension");
        }
    }

    private void data(int extensions) {
        if (hdu instanceof OutputHdu.Floats floats) {
            image(floats.type(), List.of(floats.image().width(), floats.image().height()), extensions);
        } else if (hdu instanceof OutputHdu.Integers integers) {
            List<Integer> plane = List.of(integers.width(), integers.height());
            List<Integer> cube = List.of(integers.width(), integers.height(), integers.planes());
            image(integers.type(), integers.planes() == 1 ? plane : cube, extensions);
        } else if (hdu instanceof OutputHdu.Table table) {
            table(table);
        } else {
            axes(8, List.of());
            extend(extensions);
        }
    }

    /** Directly behind the axes, where packers look for it and put it back. */
    private void extend(int extensions) {
        if (index == 0 && extensions > 0) {
            cards.put("EXTEND", true, "extensions follow");
            cards.put("NEXTEND", extensions, "number of extensions");
        }
    }

    private void image(PixelType type, List<Integer> lengths, int extensions) {
        axes(type.bitpix(), lengths);
        extend(extensions);
        if (type.zero() != 0) {
            cards.put("BZERO", type.zero(), "physical = stored * BSCALE + BZERO");
            cards.put("BSCALE", 1, "physical = stored * BSCALE + BZERO");
        }
    }

    private void table(OutputHdu.Table table) {
        axes(8, List.of(table.rowBytes(), table.rows()));
        cards.put("TFIELDS", table.columns().size(), "number of columns");
        int number = 1;
        for (OutputHdu.Column column : table.columns()) {
            cards.put("TTYPE" + number, column.name(), "name of the column");
            cards.put("TFORM" + number, column.form(), "format of the column");
            if (!column.unit().isEmpty()) {
                cards.put("TUNIT" + number, column.unit(), "unit of the column");
            }
            number++;
        }
    }

    private void axes(int bitpix, List<Integer> lengths) {
        cards.put("BITPIX", bitpix, "bits per value");
        cards.put("NAXIS", lengths.size(), "number of axes");
        for (int i = 0; i < lengths.size(); i++) {
            cards.put("NAXIS" + (i + 1), lengths.get(i), "length of axis " + (i + 1));
        }
        if (index > 0) {
            cards.put("PCOUNT", 0, "no further values");
            cards.put("GCOUNT", 1, "one group");
        }
    }

    private static Header withoutStructure(Header header) {
        return new Header(header.entries().stream()
                .filter(entry -> !isStructural(entry.card().keyword()))
                .map(StructuralCards::legal)
                .toList());
    }

    /** A camera's card that FITS does not allow is kept, as a comment. */
    private static Header.Entry legal(Header.Entry entry) {
        Card card = entry.card();
        if (card.keyword().isEmpty() || CardText.isKeyword(card.keyword())) {
            return entry;
        }
        String line = card.keyword() + (entry.kind() == Header.Kind.COMMENTARY ? "" : " = ") + card.value();
        return new Header.Entry(new Card("COMMENT", CardText.linesOf(line).get(0), ""), Header.Kind.COMMENTARY);
    }

    static boolean isStructural(String keyword) {
        return STRUCTURAL.matcher(keyword).matches();
    }
}
