package dev.vigil.schemas.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * The name of a frame: its unit and the path below the unit's folder, percent-encoded. It needs no header, so a broken file has one
 * too, and it never changes once the file was sighted.
 *
 * @param value {@code <unit>/<path>}, percent-encoded outside {@code [A-Za-z0-9._+/-]}, with {@code ~2} and so on behind a reused name
 */
public record FrameId(String value) {
    private static final BitSet PLAIN =
            characters("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._+/-");

    private static final String EXTENSIONS = "(?i)(\\.(fits|fit|fts))?(\\.(fz|gz|bz2))?$";

    public FrameId {
        if (value.indexOf('/') < 1 || value.endsWith("/")) {
            throw new IllegalArgumentException("not a frame id, which is <unit>/<path>: " + value);
        }
        if (!isEncoded(value)) {
            throw new IllegalArgumentException("not percent-encoded: " + value);
        }
    }

    private static BitSet characters(String all) {
        BitSet set = new BitSet();
        all.chars().forEach(set::set);
        return set;
    }

    /** Every event that is read makes an id, so this is a plain loop. */
    private static boolean isEncoded(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!PLAIN.get(c) && c != '%' && c != '~') {
                return false;
            }
        }
        return true;
    }

    /** The id of a file, from its path below the incoming folder: the first folder is the unit. */
    public static FrameId ofPath(String path) {
        return new FrameId(encode(path));
    }

    /** A unit as it stands in ids and keys, from the name of its folder. */
    public static String encodedUnit(String folder) {
        return encode(folder);
    }

    /** The unit that wrote the frame. */
    public String unit() {
        return value.substring(0, value.indexOf('/'));
    }

    /** The path below the incoming folder that the id was made of. */
    public String path() {
        int suffix = value.indexOf('~');
        return decode(suffix < 0 ? value : value.substring(0, suffix));
    }

    /** The file's name, still encoded, with the suffix of a reused name. */
    public String fileName() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** The file's name, still encoded, without what tells that it is FITS, and how it is packed. */
    public String stem() {
        return fileName().replaceFirst(EXTENSIONS, "");
    }

    /** A reason names its file; said of many files, it is the same reason. Of a place on a disk that is left which is that of all. */
    public String ofEach(String reason) {
        return new OwnWords(this).ofEach(reason);
    }

    /** How many other frames had this path before: 1 for the first. */
    public int use() {
        int suffix = value.indexOf('~');
        return suffix < 0 ? 1 : Integer.parseInt(value.substring(suffix + 1));
    }

    /** The id of the next frame that is found under the same path. */
    public FrameId reused() {
        int suffix = value.indexOf('~');
        return new FrameId((suffix < 0 ? value : value.substring(0, suffix)) + "~" + (use() + 1));
    }

    @Override
    public String toString() {
        return value;
    }

    private static String encode(String path) {
        StringBuilder encoded = new StringBuilder(path.length() + 8);
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (PLAIN.get(c)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format("%02X", (int) c));
            }
        }
        return encoded.toString();
    }

    private static String decode(String encoded) {
        ByteBuffer octets = ByteBuffer.allocate(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            if (encoded.charAt(i) == '%') {
                octets.put((byte) Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                octets.put((byte) encoded.charAt(i));
            }
        }
        return new String(octets.array(), 0, octets.position(), StandardCharsets.UTF_8);
    }
}
