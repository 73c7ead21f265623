package dev.vigil.reduction.references.tables;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.FitsStream;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.TableColumn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stars of an index file of astrometry.net: their places as unit vectors in steps of a box, in the machine's byte order, and beside them the
 * columns that were tagged along, such as magnitudes. Held in memory, because places and columns lie behind each other.
 */
final class AstrometryNetTable implements Table {
    private static final int DIMENSIONS = 3;
    private static final String LITTLE_ENDIAN = "04:03:02:01";
    private static final String BIG_ENDIAN = "01:02:03:04";
    private static final String TAGGED = "TAGALONG";

    private final List<Column> columns = new ArrayList<>(List.of(new Column("RA", "deg"), new Column("DEC", "deg")));
    private final List<TableColumn> tagged = new ArrayList<>();
    private final double[] box = new double[2 * DIMENSIONS + 1];
    private final ByteOrder byteOrder;
    private ByteBuffer places = ByteBuffer.allocate(0);
    private ByteBuffer tags = ByteBuffer.allocate(0);
    private int tagBytes;
    private int stars;
    private int star = -1;

    private AstrometryNetTable(ByteOrder byteOrder) {
        this.byteOrder = byteOrder;
    }

    static boolean isIndex(Header primary) {
        return primary.text("AN_FILE").isPresent();
    }

    static AstrometryNetTable read(Path file, FitsStream stream, Header primary) throws IOException, BadFitsException {
        AstrometryNetTable table = new AstrometryNetTable(byteOrder(file, primary));
        for (Optional<Hdu> hdu = stream.next(); hdu.isPresent(); hdu = stream.next()) {
            table.take(file, stream, hdu.get());
        }
        if (table.stars == 0 || table.box[2 * DIMENSIONS] == 0) {
            throw new BadTableException(file, "it is of astrometry.net, but holds no stars; name an index file");
        }
        return table;
    }

    private static ByteOrder byteOrder(Path file, Header header) throws BadTableException {
        return switch (header.text("ENDIAN").orElse("missing")) {
            case LITTLE_ENDIAN -> ByteOrder.LITTLE_ENDIAN;
            case BIG_ENDIAN -> ByteOrder.BIG_ENDIAN;
            default -> throw new BadTableException(file, "its ENDIAN does not say in which order the bytes are");
        };
    }

    private void take(Path file, FitsStream stream, Hdu hdu) throws IOException, BadFitsException {
        Header header = hdu.header();
        switch (header.text("TTYPE1").orElse("")) {
            case "kdtree_header_stars" -> requireKnown(file, header);
            case "kdtree_range_stars" -> takeBox(data(stream, hdu).order(byteOrder));
            case "kdtree_data_stars" -> {
                places = data(stream, hdu).order(byteOrder);
                stars = Math.toIntExact(hdu.height());
            }
            default -> {
                if (header.text("AN_FILE").filter(TAGGED::equals).isPresent()) {
                    takeTags(file, stream, hdu);
                }
            }
        }
    }

    private static void requireKnown(Path file, Header header) throws BadTableException {
        String type = header.text("KDT_DATA").orElse("missing");
        if (!"u32".equals(type) || header.integer("KDT_NDIM").orElse(0) != DIMENSIONS) {
            throw new BadTableException(
                    file, "its stars are stored as '" + type + "', and only u32 in three dimensions can be read");
        }
    }

    /** The lowest corner, the highest one, and the steps in one unit. */
    private void takeBox(ByteBuffer numbers) {
        for (int i = 0; i < box.length; i++) {
            box[i] = numbers.getDouble(i * Double.BYTES);
        }
    }

    private void takeTags(Path file, FitsStream stream, Hdu hdu) throws IOException, BadFitsException {
        if (hdu.height() != stars) {
            throw new BadTableException(file, "it has " + stars + " stars, but columns of " + hdu.height());
        }
        tagged.addAll(TableColumn.of(hdu.header()));
        tagged.forEach(column -> columns.add(new Column(column.name(), column.unit())));
        tagBytes = Math.toIntExact(hdu.width());
        tags = data(stream, hdu);
    }

    private static ByteBuffer data(FitsStream stream, Hdu hdu) throws IOException, BadFitsException {
        byte[] bytes = new byte[Math.toIntExact(hdu.dataBytes())];
        stream.read(bytes);
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public List<Column> columns() {
        return List.copyOf(columns);
    }

    @Override
    public boolean next() {
        star++;
        return star < stars;
    }

    @Override
    public double number(int column) {
        return switch (column) {
            case 0 -> (Math.toDegrees(Math.atan2(along(1), along(0))) + 360) % 360;
            case 1 -> Math.toDegrees(Math.atan2(along(2), Math.hypot(along(0), along(1))));
            default -> tagged.get(column - 2).number(tags.slice(star * tagBytes, tagBytes));
        };
    }

    private double along(int axis) {
        int steps = places.getInt((star * DIMENSIONS + axis) * Integer.BYTES);
        return box[axis] + Integer.toUnsignedLong(steps) / box[2 * DIMENSIONS];
    }

    @Override
    public String place() {
        return "star " + (star + 1);
    }

    @Override
    public void close() {
        // All was read when it was opened.
    }
}
