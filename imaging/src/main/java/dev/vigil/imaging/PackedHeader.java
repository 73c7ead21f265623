package dev.vigil.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The header of an image as fpack leaves it: cards of the table of its tiles, then the image's own in their places. */
final class PackedHeader {
    private static final Set<String> WITH_NEW_LETTER = Set.of("XTENSION", "CHECKSUM");
    private static final Pattern WITH_LETTER_BEFORE =
            Pattern.compile("SIMPLE|BITPIX|NAXIS\\d{0,2}|EXTEND|PCOUNT|GCOUNT|DATASUM");
    private static final Pattern NEW_NAME =
            Pattern.compile("Z(SIMPLE|TENSION|BITPIX|NAXIS\\d*|EXTEND|PCOUNT|GCOUNT|HECKSUM|DATASUM)");
    private static final int SUMS = 2;

    /** What is not true of pixels that are told in steps. */
    private static final Set<String> OF_EXACT_PIXELS = Set.of("BSCALE", "BZERO", "BLANK", "CHECKSUM", "DATASUM");

    private final Hdu hdu;
    private final Optional<Loss> loss;
    private final List<String> original;

    PackedHeader(Hdu hdu, byte[] originalBytes) {
        this(hdu, UnpackedHeader.split(originalBytes), Optional.empty());
    }

    private PackedHeader(Hdu hdu, List<String> original, Optional<Loss> loss) {
        this.hdu = hdu;
        this.original = original;
        this.loss = loss;
    }

    /** The header of an image whose pixels become single-precision numbers in steps of their noise. */
    static PackedHeader withLoss(Hdu hdu, byte[] originalBytes, Loss loss) {
        List<String> cards = new ArrayList<>();
        for (String card : UnpackedHeader.split(originalBytes)) {
            String keyword = UnpackedHeader.keyword(card);
            if (keyword.equals("BITPIX")) {
                cards.add(number(keyword, -32, "single-precision numbers, once unpacked"));
            } else if (!OF_EXACT_PIXELS.contains(keyword)) {
                cards.add(card);
            }
        }
        loss.cards()
                .entries()
                .forEach(entry -> CardWriter.linesOf(entry).forEach(line -> cards.add(UnpackedHeader.card(line))));
        return new PackedHeader(hdu, cards, Optional.of(loss));
    }

    /** Why the header could not be given back as it is. */
    Optional<String> obstacle() {
        return original.stream()
                .filter(card -> !isGivenBack(card))
                .findFirst()
                .map(card -> "the card " + UnpackedHeader.keyword(card) + " of HDU " + hdu.index()
                        + " would be taken for one of the tiles' table");
    }

    private static boolean isGivenBack(String card) {
        String keyword = UnpackedHeader.keyword(card);
        boolean inserted = keyword.equals("EXTNAME") && card.contains(UnpackedHeader.INSERTED_NAME);
        return !inserted && !NEW_NAME.matcher(keyword).matches() && !UnpackedHeader.isOfTheTable(packedName(keyword));
    }

    /** How many bytes it has, whatever the table's numbers are. */
    int length() {
        return (int) Blocks.padded(
                (long) CardText.CARD * (tableCards(new Table(0, 0, 0, 0)).size() + original.size() + SUMS + 1));
    }

    /** The padded header, its CHECKSUM included, for data of this sum. */
    byte[] bytes(Table table, long dataSum) {
        List<String> cards = tableCards(table);
        original.stream().map(PackedHeader::packed).forEach(cards::add);
        String dataSumCard = text("DATASUM", Long.toString(dataSum), "sum of the packed data");
        byte[] draft = bytes(cards, checksum("0".repeat(16)), dataSumCard);
        long sum = new FitsChecksum().add(dataSum).add(draft, 0, draft.length).sum();
        return bytes(cards, checksum(FitsChecksum.encodeComplement(sum)), dataSumCard);
    }

    private static byte[] bytes(List<String> cards, String checksum, String dataSum) {
        List<String> all = new ArrayList<>(cards);
        all.add(checksum);
        all.add(dataSum);
        return UnpackedHeader.bytesOf(all);
    }

    private static String checksum(String value) {
        return text("CHECKSUM", value, "makes the sum of this HDU all ones");
    }

    private List<String> tableCards(Table table) {
        List<String> cards = new ArrayList<>(List.of(
                text("XTENSION", "BINTABLE", "binary table extension"),
                number("BITPIX", 8, "8-bit bytes"),
                number("NAXIS", 2, "2-dimensional binary table"),
                number("NAXIS1", loss.isPresent() ? 32 : 8, "width of table in bytes"),
                number("NAXIS2", table.tiles(), "number of rows in table"),
                number("PCOUNT", table.heapBytes(), "size of special data area"),
                number("GCOUNT", 1, "one data group (required keyword)"),
                number("TFIELDS", loss.isPresent() ? 4 : 1, "number of fields in each row"),
                text("TTYPE1", "COMPRESSED_DATA", "label for field   1"),
                text("TFORM1", "1PB(" + table.longestTile() + ")", "data format of field: variable length array")));
        if (loss.isPresent()) {
            addColumnsOfSteps(cards, table);
        }
        cards.add(UnpackedHeader.card("ZIMAGE  =                    T / extension contains compressed image"));
        addTileCards(cards);
        if (hdu.name().isEmpty()) {
            cards.add(UnpackedHeader.card("EXTNAME = " + UnpackedHeader.INSERTED_NAME));
        }
        return cards;
    }

    private static void addColumnsOfSteps(List<String> cards, Table table) {
        cards.add(text("TTYPE2", "GZIP_COMPRESSED_DATA", "label for field   2"));
        cards.add(text("TFORM2", "1PB(" + table.longestAsItIs() + ")", "data format of field: variable length array"));
        cards.add(text("TTYPE3", "ZSCALE", "label for field   3"));
        cards.add(text("TFORM3", "1D", "data format of field: 8-byte DOUBLE"));
        cards.add(text("TTYPE4", "ZZERO", "label for field   4"));
        cards.add(text("TFORM4", "1D", "data format of field: 8-byte DOUBLE"));
    }

    private void addTileCards(List<String> cards) {
        long axes = hdu.header().integer("NAXIS").orElseThrow();
        for (int axis = 1; axis <= axes; axis++) {
            cards.add(number("ZTILE" + axis, axis == 1 ? hdu.axis(1) : 1, "size of tiles to be compressed"));
        }
        cards.add(text("ZCMPTYPE", "RICE_1", "compression algorithm"));
        cards.add(text("ZNAME1", "BLOCKSIZE", "compression block size"));
        cards.add(number("ZVAL1", TilePacker.BLOCK_SIZE, "pixels per block"));
        cards.add(text("ZNAME2", "BYTEPIX", "bytes per pixel (1, 2, 4, or 8)"));
        int bytes = loss.isPresent() ? 4 : TilePacker.bytesPerPixel(hdu);
        cards.add(number("ZVAL2", bytes, "bytes per pixel (1, 2, 4, or 8)"));
        if (loss.isPresent()) {
            cards.add(text("ZQUANTIZ", "SUBTRACTIVE_DITHER_2", "quantization algorithm"));
            cards.add(number("ZDITHER0", loss.get().form().seed(), "dithering offset when quantizing floats"));
            cards.add(number("ZBLANK", Quantiser.NO_VALUE, "stands for no value"));
        }
    }

    private static String packed(String card) {
        String keyword = UnpackedHeader.keyword(card);
        return CardWriter.pad(packedName(keyword), 8) + card.substring(8);
    }

    private static String packedName(String keyword) {
        if (WITH_NEW_LETTER.contains(keyword)) {
            return "Z" + keyword.substring(1);
        }
        return WITH_LETTER_BEFORE.matcher(keyword).matches() ? "Z" + keyword : keyword;
    }

    private static String number(String keyword, long value, String comment) {
        return line(new Header.Entry(new Card(keyword, Long.toString(value), comment), Header.Kind.LITERAL));
    }

    private static String text(String keyword, String value, String comment) {
        return line(new Header.Entry(new Card(keyword, value, comment), Header.Kind.TEXT));
    }

    private static String line(Header.Entry entry) {
        return UnpackedHeader.card(CardWriter.linesOf(entry).get(0));
    }

    /** What only packing tells: how many tiles, how many bytes their streams have together, and the longest of each column. */
    record Table(long tiles, long heapBytes, int longestTile, int longestAsItIs) {}
}
