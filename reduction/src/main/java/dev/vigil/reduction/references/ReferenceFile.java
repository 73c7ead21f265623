package dev.vigil.reduction.references;

import dev.vigil.reduction.coordinates.SkyPosition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.PriorityQueue;

/**
 * A catalogue in one file, which the system maps into memory where it is read: the sky in HEALPix cells, in each cell the
 * brightest stars first. It stays mapped until nobody holds it any more.
 */
public final class ReferenceFile implements References {
    private static final int PIECE = 1 << 30;
    private static final double MILLIARCSECONDS_PER_DEGREE = 3600e3;
    private static final double MILLIARCSECONDS_PER_ARCSECOND = 1000;
    /** In degrees: more than a place is moved by being stored. */
    private static final double ROUNDING = 1e-7;

    private final Path file;
    private final FileHeader header;
    private final Rows cells;
    private final Rows stars;

    private ReferenceFile(Path file, FileHeader header, Rows cells, Rows stars) {
        this.file = file;
        this.header = header;
        this.cells = cells;
        this.stars = stars;
    }

    /**
     * Opens a file that {@link ReferenceFileWriter} made.
     *
     * @throws BadReferencesException if it is another kind of file, cut short or damaged; of the stars only their number is checked
     */
    public static ReferenceFile open(Path file) throws IOException {
        return open(file, PIECE);
    }

    static ReferenceFile open(Path file, int pieceBytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FileHeader header = FileHeader.read(firstBytes(channel), file);
            if (channel.size() != header.fileBytes()) {
                throw new BadReferencesException(
                        file,
                        "it has " + channel.size() + " bytes instead of " + header.fileBytes()
                                + ", so it was cut short or is still being copied");
            }
            Rows cells = Rows.map(channel, FileHeader.BYTES, Healpix.cells(header.order()) + 1, Long.BYTES, pieceBytes);
            Rows stars = Rows.map(channel, header.starsOffset(), header.stars(), StarRow.BYTES, pieceBytes);
            ReferenceFile opened = new ReferenceFile(file, header, cells, stars);
            opened.requireIndex();
            return opened;
        } catch (NoSuchFileException missing) {
            throw new BadReferencesException(file, "there is no such file; `vigil refcat import` makes one");
        }
    }

    private static ByteBuffer firstBytes(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(FileHeader.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // A read may bring less than was asked for.
        }
        return bytes.flip();
    }

    @Override
    public String name() {
        return facts().name();
    }

    @Override
    public ReferenceBand band() {
        return facts().band();
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    public CatalogueFacts facts() {
        return header.facts();
    }

    /** How many stars there are. */
    public long stars() {
        return header.stars();
    }

    /** How many of them have a proper motion. */
    public long movingStars() {
        return header.moving();
    }

    public double brightest() {
        return header.brightest();
    }

    public double faintest() {
        return header.faintest();
    }

    /** The order of the HEALPix cells that stars lie together in. */
    public int order() {
        return header.order();
    }

    public long bytes() {
        return header.fileBytes();
    }

    @Override
    public List<ReferenceStar> around(SkyPosition centre, double radiusDegrees, Epoch epoch, int atMost) {
        return around(centre, radiusDegrees, epoch, atMost, Double.POSITIVE_INFINITY);
    }

    /** The same, without the stars that are fainter than a magnitude. */
    public List<ReferenceStar> around(
            SkyPosition centre, double radiusDegrees, Epoch epoch, int atMost, double faintest) {
        if (!(radiusDegrees >= 0 && radiusDegrees <= 180)) {
            throw new IllegalArgumentException("a radius is 0 to 180 degrees, and not " + radiusDegrees);
        }
        double drift = header.largestMotion() * Math.abs(facts().epoch().yearsUntil(epoch));
        double wider = Math.min(180, radiusDegrees + drift / MILLIARCSECONDS_PER_DEGREE + ROUNDING);
        PriorityQueue<Cursor> cursors = cursors(Healpix.around(centre, wider, header.order()));
        List<ReferenceStar> found = new ArrayList<>();
        while (!cursors.isEmpty() && found.size() < atMost) {
            Cursor brightest = cursors.poll();
            if (brightest.magnitude() > faintest) {
                break;
            }
            if (brightest.place().arcsecondsFrom(centre) <= 3600 * wider) {
                ReferenceStar star = seen(brightest.star(), epoch);
                if (star.position().arcsecondsFrom(centre) <= 3600 * radiusDegrees) {
                    found.add(star);
                }
            }
            if (brightest.advance()) {
                cursors.add(brightest);
            }
        }
        return List.copyOf(found);
    }

    /** One for each cell: the brightest of all stars is always among the first ones. */
    private PriorityQueue<Cursor> cursors(List<Healpix.Range> ranges) {
        PriorityQueue<Cursor> cursors = new PriorityQueue<>(
                Comparator.comparingDouble(Cursor::magnitude).thenComparingLong(cursor -> cursor.row));
        for (Healpix.Range range : ranges) {
            for (long cell = range.from(); cell < range.to(); cell++) {
                long first = firstOf(cell);
                long end = firstOf(cell + 1);
                if (first < end) {
                    cursors.add(new Cursor(first, end));
                }
            }
        }
        return cursors;
    }

    private long firstOf(long cell) {
        return cells.holding(cell).getLong(cells.at(cell));
    }

    private ReferenceStar seen(CatalogueStar star, Epoch epoch) {
        double error = SpaceMotion.errorAt(star, facts().epoch(), epoch) / MILLIARCSECONDS_PER_ARCSECOND;
        return new ReferenceStar(
                SpaceMotion.at(star, facts().epoch(), epoch),
                known(error),
                star.magnitude(),
                known(star.magnitudeError()),
                known(star.colour()),
                star.isMoving());
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private void requireIndex() throws BadReferencesException {
        if (cells.sum() != header.indexSum()) {
            throw damaged("the index of its cells");
        }
    }

    /** Reads all stars, which takes its time with a large file, and throws if a bit of them has changed. */
    public void requireSound() throws BadReferencesException {
        if (stars.sum() != header.starsSum()) {
            throw damaged("what it says of its stars");
        }
    }

    private BadReferencesException damaged(String what) {
        return new BadReferencesException(file, what + " is damaged; fetch or import it anew");
    }

    @Override
    public String toString() {
        return name() + " (" + file + ")";
    }

    /** The star of a cell that comes next. */
    private final class Cursor {
        private final long end;
        private long row;

        Cursor(long first, long end) {
            this.row = first;
            this.end = end;
        }

        double magnitude() {
            return StarRow.magnitude(stars.holding(row), stars.at(row)) / 1000.0;
        }

        SkyPosition place() {
            return StarRow.place(stars.holding(row), stars.at(row));
        }

        CatalogueStar star() {
            return StarRow.read(stars.holding(row), stars.at(row));
        }

        boolean advance() {
            row++;
            return row < end;
        }
    }
}
