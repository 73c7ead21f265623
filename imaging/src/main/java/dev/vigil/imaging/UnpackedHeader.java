package dev.vigil.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Gives an image back the header that it had before it was tile-compressed, card by card and byte by byte. */
final class UnpackedHeader {
    /** The original's structural cards, in the order in which they stand in plain FITS. */
    private static final List<String> FIRST = List.of("ZSIMPLE", "ZTENSION", "ZBITPIX", "ZNAXIS");

    private static final List<String> AFTER_AXES = List.of("ZEXTEND", "ZPCOUNT", "ZGCOUNT");
    private static final Map<String, String> RENAMED = Map.of(
            "ZSIMPLE", "SIMPLE",
            "ZTENSION", "XTENSION",
            "ZEXTEND", "EXTEND",
            "ZHECKSUM", "CHECKSUM",
            "ZDATASUM", "DATASUM");
    private static final Pattern OF_THE_TABLE = Pattern.compile("XTENSION|BITPIX|NAXIS[12]?|PCOUNT|GCOUNT|TFIELDS|THEAP"
            + "|T(TYPE|FORM|UNIT|NULL|SCAL|ZERO|DISP|DIM)\\d+|CHECKSUM|DATASUM|SIMPLE|EXTEND"
            + "|Z(IMAGE|CMPTYPE|TILE\\d+|NAME\\d+|VAL\\d+|QUANTIZ|DITHER0|MASKCMP|BLANK|SCALE|ZERO)");
    private static final Predicate<String> AXIS = Pattern.compile("ZNAXIS\\d+").asMatchPredicate();
    static final String INSERTED_NAME = "'COMPRESSED_IMAGE'";
    private static final Pattern SUMS = Pattern.compile("CHECKSUM|DATASUM");

    private final List<String> packed;

    private UnpackedHeader(List<String> packed) {
        this.packed = packed;
    }

    static List<String> cardsOf(byte[] packedHeader) {
        return new UnpackedHeader(split(packedHeader)).cards();
    }

    static List<String> withoutSums(List<String> cards) {
        return cards.stream()
                .filter(card -> !SUMS.matcher(keyword(card)).matches())
                .toList();
    }

    static byte[] bytesOf(List<String> cards) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        cards.forEach(card -> out.writeBytes(card.getBytes(StandardCharsets.ISO_8859_1)));
        out.writeBytes(CardWriter.pad("END", CardText.CARD).getBytes(StandardCharsets.ISO_8859_1));
        byte[] padded = Arrays.copyOf(out.toByteArray(), (int) Blocks.padded(out.size()));
        Arrays.fill(padded, out.size(), padded.length, (byte) ' ');
        return padded;
    }

    static List<String> split(byte[] header) {
        List<String> cards = new ArrayList<>();
        for (int at = 0; at < header.length && !HeaderParser.isEnd(header, at); at += CardText.CARD) {
            cards.add(new String(header, at, CardText.CARD, StandardCharsets.ISO_8859_1));
        }
        return cards;
    }

    private List<String> cards() {
        return standsAsInPlain() ? inPlace() : rearranged();
    }

    /** Whether the mandatory cards stand as they do in plain FITS, as fpack leaves them. */
    private boolean standsAsInPlain() {
        List<String> keywords = packed.stream()
                .filter(this::isTheImages)
                .map(UnpackedHeader::keyword)
                .toList();
        List<String> mandatory = new ArrayList<>(List.of("ZBITPIX", "ZNAXIS"));
        packed.stream().map(UnpackedHeader::keyword).filter(AXIS).forEach(mandatory::add);
        if (find("ZSIMPLE").isPresent()) {
            mandatory.add(0, "ZSIMPLE");
        } else {
            mandatory.add(0, "ZTENSION");
            mandatory.addAll(List.of("ZPCOUNT", "ZGCOUNT"));
        }
        return keywords.size() >= mandatory.size()
                && keywords.subList(0, mandatory.size()).equals(mandatory);
    }

    private List<String> inPlace() {
        return packed.stream().filter(this::isTheImages).map(this::renamed).toList();
    }

    private List<String> rearranged() {
        List<String> cards = new ArrayList<>();
        boolean primary = find("ZSIMPLE").isPresent();
        if (!primary && find("ZTENSION").isEmpty()) {
            cards.add(card("XTENSION= 'IMAGE   '"));
        }
        FIRST.forEach(keyword -> find(keyword).map(this::renamed).ifPresent(cards::add));
        packed.stream().filter(UnpackedHeader::isAxis).map(this::renamed).forEach(cards::add);
        AFTER_AXES.forEach(keyword -> find(keyword).map(this::renamed).ifPresent(cards::add));
        addCounts(cards, primary);
        packed.stream()
                .filter(card -> isTheImages(card) && !isPlaced(card))
                .map(this::renamed)
                .forEach(cards::add);
        return cards;
    }

    private void addCounts(List<String> cards, boolean primary) {
        if (!primary && find("ZPCOUNT").isEmpty()) {
            cards.add(card("PCOUNT  =                    0"));
        }
        if (!primary && find("ZGCOUNT").isEmpty()) {
            cards.add(card("GCOUNT  =                    1"));
        }
    }

    private boolean isTheImages(String card) {
        String keyword = keyword(card);
        boolean inserted = keyword.equals("EXTNAME") && card.contains(INSERTED_NAME);
        return !inserted && !isOfTheTable(keyword);
    }

    /** Whether a card of this name describes the table of the tiles, and is left out when they are unpacked. */
    static boolean isOfTheTable(String keyword) {
        return OF_THE_TABLE.matcher(keyword).matches();
    }

    private static boolean isPlaced(String card) {
        return FIRST.contains(keyword(card)) || AFTER_AXES.contains(keyword(card)) || isAxis(card);
    }

    private static boolean isAxis(String card) {
        return AXIS.test(keyword(card));
    }

    private Optional<String> find(String keyword) {
        return packed.stream().filter(card -> keyword(card).equals(keyword)).findFirst();
    }

    private String renamed(String card) {
        String keyword = keyword(card);
        if (RENAMED.containsKey(keyword)) {
            return CardWriter.pad(RENAMED.get(keyword), 8) + card.substring(8);
        }
        return isPlaced(card) ? CardWriter.pad(keyword.substring(1), 8) + card.substring(8) : card;
    }

    static String keyword(String card) {
        return card.substring(0, 8).stripTrailing();
    }

    static String card(String text) {
        return CardWriter.pad(text, CardText.CARD);
    }
}
