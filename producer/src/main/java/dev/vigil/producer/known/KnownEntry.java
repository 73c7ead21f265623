package dev.vigil.producer.known;

import dev.vigil.producer.disk.Micros;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What was last said of one file, as bytes: how many they are, its name, size and time, its revision, and how it stands. The
 * folder is not in them; a frame's id follows from folder, name and how often the name was used.
 *
 * @param bytes where it stands, with others
 * @param at where it begins
 */
record KnownEntry(ByteBuffer bytes, int at) {
    private static final FailureCategory[] CATEGORIES = FailureCategory.values();
    private static final HexFormat HEX = HexFormat.of();
    private static final int SUM = 32;
    private static final long UNKNOWN = Long.MIN_VALUE;
    private static final int NAME = Integer.BYTES + Integer.BYTES;

    private static final byte ARRIVING = 0;
    private static final byte STALLED = 1;
    private static final byte TAKEN = 2;
    private static final byte REFUSED = 3;

    static byte[] name(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] of(Known known) {
        byte[] name = name(KnownPaths.nameOf(known.frame().path()));
        byte[] standing = standing(known.standing());
        int length = NAME + name.length + 2 * Long.BYTES + 2 * Integer.BYTES + standing.length;
        return ByteBuffer.allocate(length)
                .putInt(length)
                .putInt(name.length)
                .put(name)
                .putLong(known.size())
                .putLong(Micros.of(known.modified()))
                .putInt(known.frame().use())
                .putInt(known.revision())
                .put(standing)
                .array();
    }

    private static byte[] standing(Known.Standing standing) {
        if (standing instanceof Known.IsTaken taken) {
            byte[] pixels = HEX.parseHex(taken.pixels());
            return ByteBuffer.allocate(1 + SUM + Long.BYTES + pixels.length)
                    .put(TAKEN)
                    .put(HEX.parseHex(taken.source()))
                    .putLong(taken.start().map(Micros::of).orElse(UNKNOWN))
                    .put(pixels)
                    .array();
        }
        if (standing instanceof Known.IsRefused refused) {
            byte[] reason = refused.reason().getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(2 + reason.length)
                    .put(REFUSED)
                    .put((byte) refused.category().ordinal())
                    .put(reason)
                    .array();
        }
        return new byte[] {standing instanceof Known.IsStalled ? STALLED : ARRIVING};
    }

    int length() {
        return bytes.getInt(at);
    }

    boolean isNamed(byte[] name) {
        int from = at + NAME;
        return bytes.getInt(at + Integer.BYTES) == name.length
                && Arrays.equals(bytes.array(), from, from + name.length, name, 0, name.length);
    }

    byte[] name() {
        int from = at + NAME;
        return Arrays.copyOfRange(bytes.array(), from, from + bytes.getInt(at + Integer.BYTES));
    }

    boolean isOpen() {
        return kind() == ARRIVING || kind() == STALLED;
    }

    /** Whether it speaks of a file that was there when this was said. */
    boolean isOfAFile() {
        return kind() != REFUSED || category() != FailureCategory.VANISHED;
    }

    /** Whether the last word was said of exactly such a file. */
    boolean settles(long size, long modified) {
        return !isOpen() && isOfAFile() && bytes.getLong(facts()) == size && bytes.getLong(facts() + 8) == modified;
    }

    Known known(String folder) {
        int facts = facts();
        String path = folder + "/" + new String(name(), StandardCharsets.UTF_8);
        return new Known(
                frame(path, bytes.getInt(facts + 16)),
                bytes.getInt(facts + 20),
                bytes.getLong(facts),
                Micros.time(bytes.getLong(facts + 8)),
                standing());
    }

    private static FrameId frame(String path, int use) {
        FrameId first = FrameId.ofPath(path);
        return use == 1 ? first : new FrameId(first.value() + "~" + use);
    }

    private Known.Standing standing() {
        return switch (kind()) {
            case ARRIVING -> new Known.IsArriving();
            case STALLED -> new Known.IsStalled();
            case TAKEN -> taken();
            default -> new Known.IsRefused(category(), new String(rest(2), StandardCharsets.UTF_8));
        };
    }

    private Known.IsTaken taken() {
        long start = bytes.getLong(kindAt() + 1 + SUM);
        return new Known.IsTaken(
                HEX.formatHex(Arrays.copyOf(rest(1), SUM)),
                HEX.formatHex(rest(1 + SUM + Long.BYTES)),
                start == UNKNOWN ? Optional.empty() : Optional.of(Micros.time(start)));
    }

    private FailureCategory category() {
        return CATEGORIES[bytes.get(kindAt() + 1)];
    }

    private byte kind() {
        return bytes.get(kindAt());
    }

    private byte[] rest(int skipped) {
        return Arrays.copyOfRange(bytes.array(), kindAt() + skipped, at + length());
    }

    private int kindAt() {
        return facts() + 2 * Long.BYTES + 2 * Integer.BYTES;
    }

    private int facts() {
        return at + NAME + bytes.getInt(at + Integer.BYTES);
    }
}
