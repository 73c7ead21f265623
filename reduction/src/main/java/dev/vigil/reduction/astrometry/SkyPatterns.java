package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.SkyPosition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Patterns of four bright stars each, from all over a catalogue, sorted by their shape: whoever sees four stars finds where
 * on the sky there are four like them.
 */
public final class SkyPatterns {
    static final int ROW = 28;
    static final int HEADER = 88;

    /** Shapes are sorted into boxes of this side. */
    private static final double BOX = 0.04;

    private static final int ALONG = 26;
    private static final int ASIDE = 45;
    static final int BOXES = ALONG * ASIDE * ALONG * ASIDE;

    private static final double SHAPE_STEP = 1.0 / 32000;
    private static final double RA_STEP = 360 / 0x1p32;
    private static final double DEC_STEP = 180 / 0x1p32;

    private static final String MAGIC = "VigilPatterns001";

    /** Behind the magic word and a SHA-256 in hexadecimal digits. */
    private static final int ROWS_AT = 80;

    private final ByteBuffer bytes;
    private final int rows;

    private SkyPatterns(ByteBuffer bytes) {
        this.bytes = bytes;
        this.rows = bytes.getInt(ROWS_AT);
    }

    /** Two stars of a pattern, which say where it is and how it is turned. */
    record Base(SkyPosition from, SkyPosition to, double arcseconds) {}

    /** Maps a file of patterns into memory; empty if there is none, or none of the catalogue of this digest that is whole. */
    static Optional<SkyPatterns> read(Path file, String source) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN);
            return isOf(bytes, source) ? Optional.of(new SkyPatterns(bytes)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isOf(ByteBuffer bytes, String source) {
        if (bytes.capacity() < HEADER || bytes.capacity() != length(bytes.getInt(ROWS_AT))) {
            return false;
        }
        byte[] found = new byte[ROWS_AT];
        bytes.get(0, found);
        return Arrays.equals(found, name(source));
    }

    private static byte[] name(String source) {
        return Arrays.copyOf((MAGIC + source).getBytes(StandardCharsets.US_ASCII), ROWS_AT);
    }

    static SkyPatterns of(ByteBuffer bytes) {
        return new SkyPatterns(bytes);
    }

    /** A buffer with a header and room for the boxes and so many rows. */
    static ByteBuffer empty(int rows, String source) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length(rows))).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(0, name(source));
        bytes.putInt(ROWS_AT, rows);
        return bytes;
    }

    private static long length(int rows) {
        return HEADER + 4L * (BOXES + 1) + (long) ROW * rows;
    }

    static int rowAt(int row) {
        return HEADER + 4 * (BOXES + 1) + ROW * row;
    }

    static int boxAt(int box) {
        return HEADER + 4 * box;
    }

    /** How many patterns there are. */
    public int size() {
        return rows;
    }

    public long bytes() {
        return bytes.capacity();
    }

    static void write(FourStars shape, SkyPosition from, SkyPosition to, double arcseconds, ByteBuffer into, int at) {
        into.putShort(at, steps(shape.along()));
        into.putShort(at + 2, steps(shape.aside()));
        into.putShort(at + 4, steps(shape.otherAlong()));
        into.putShort(at + 6, steps(shape.otherAside()));
        into.putFloat(at + 8, (float) arcseconds);
        putPlace(from, into, at + 12);
        putPlace(to, into, at + 20);
    }

    private static short steps(double share) {
        return (short) Math.round(share / SHAPE_STEP);
    }

    private static void putPlace(SkyPosition place, ByteBuffer into, int at) {
        into.putInt(at, (int) Math.round(place.raDegrees() / RA_STEP));
        into.putInt(at + 4, (int) Math.min(Integer.MAX_VALUE, Math.round(place.decDegrees() / DEC_STEP)));
    }

    /** The box of a row as it was written. */
    static int box(ByteBuffer from, int at) {
        return box(
                alongBox(shape(from, at)),
                asideBox(shape(from, at + 2)),
                alongBox(shape(from, at + 4)),
                asideBox(shape(from, at + 6)));
    }

    private static double shape(ByteBuffer from, int at) {
        return from.getShort(at) * SHAPE_STEP;
    }

    private static int box(int along, int aside, int otherAlong, int otherAside) {
        return ((along * ASIDE + aside) * ALONG + otherAlong) * ASIDE + otherAside;
    }

    private static int alongBox(double along) {
        return Math.max(0, Math.min(ALONG - 1, (int) (along / BOX)));
    }

    private static int asideBox(double aside) {
        return Math.max(0, Math.min(ASIDE - 1, (int) (aside / BOX + ASIDE / 2.0)));
    }

    /**
     * Shows the patterns that differ by no more than the slack from a shape, and whose base is as long as is wanted, until one is
     * the right one.
     */
    boolean anyLike(FourStars shape, double slack, double shortest, double longest, Predicate<Base> isRight) {
        for (int first = alongBox(shape.along() - slack); first <= alongBox(shape.along() + slack); first++) {
            for (int second = asideBox(shape.aside() - slack); second <= asideBox(shape.aside() + slack); second++) {
                for (int third = alongBox(shape.otherAlong() - slack);
                        third <= alongBox(shape.otherAlong() + slack);
                        third++) {
                    int from = box(first, second, third, asideBox(shape.otherAside() - slack));
                    int to = box(first, second, third, asideBox(shape.otherAside() + slack));
                    if (anyLike(from, to, shape, slack, shortest, longest, isRight)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Boxes that follow on each other hold rows that do. */
    private boolean anyLike(
            int firstBox,
            int lastBox,
            FourStars shape,
            double slack,
            double shortest,
            double longest,
            Predicate<Base> isRight) {
        int end = bytes.getInt(boxAt(lastBox + 1));
        for (int row = bytes.getInt(boxAt(firstBox)); row < end; row++) {
            int at = rowAt(row);
            float base = bytes.getFloat(at + 8);
            if (base >= shortest && base <= longest && isLike(at, shape, slack) && isRight.test(base(at, base))) {
                return true;
            }
        }
        return false;
    }

    private boolean isLike(int at, FourStars shape, double slack) {
        return Math.abs(shape(bytes, at) - shape.along()) <= slack
                && Math.abs(shape(bytes, at + 2) - shape.aside()) <= slack
                && Math.abs(shape(bytes, at + 4) - shape.otherAlong()) <= slack
                && Math.abs(shape(bytes, at + 6) - shape.otherAside()) <= slack;
    }

    private Base base(int at, float arcseconds) {
        return new Base(place(at + 12), place(at + 20), arcseconds);
    }

    private SkyPosition place(int at) {
        return new SkyPosition(Integer.toUnsignedLong(bytes.getInt(at)) * RA_STEP, bytes.getInt(at + 4) * DEC_STEP);
    }
}
