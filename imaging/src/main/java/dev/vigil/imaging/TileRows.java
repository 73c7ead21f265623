package dev.vigil.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rows of a table of tiles whose columns are descriptors of streams and double-precision numbers. */
final class TileRows {
    private static final Pattern STREAM = Pattern.compile("1?PB(\\(\\d*\\))?");
    private static final Pattern NUMBER = Pattern.compile("1?D");
    private static final int MOST_COLUMNS = 5;
    private static final int COLUMN_BYTES = 8;

    private final FileChannel file;
    private final Hdu hdu;
    private final Map<String, Integer> streams = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final int rowBytes;

    private TileRows(FileChannel file, Hdu hdu, int rowBytes) {
        this.file = file;
        this.hdu = hdu;
        this.rowBytes = rowBytes;
    }

    /** Empty where the table has columns of another kind, or lacks the numbers of quantised tiles. */
    static Optional<TileRows> of(FileChannel file, Hdu hdu) {
        Header header = hdu.header();
        int columns = (int) header.integer("TFIELDS").orElse(0);
        if (columns > MOST_COLUMNS || header.integer("NAXIS1").orElse(0) != (long) COLUMN_BYTES * columns) {
            return Optional.empty();
        }
        TileRows rows = new TileRows(file, hdu, COLUMN_BYTES * columns);
        boolean known = true;
        for (int column = 1; column <= columns; column++) {
            known &= rows.add(column);
        }
        return known && rows.numbers.keySet().equals(java.util.Set.of("ZSCALE", "ZZERO"))
                ? Optional.of(rows)
                : Optional.empty();
    }

    private boolean add(int column) {
        String form = hdu.header().text("TFORM" + column).orElse("");
        String name = hdu.header().text("TTYPE" + column).orElse("");
        Optional<Map<String, Integer>> kind = STREAM.matcher(form).matches()
                ? Optional.of(streams)
                : NUMBER.matcher(form).matches() ? Optional.of(numbers) : Optional.empty();
        kind.ifPresent(columns -> columns.put(name, COLUMN_BYTES * (column - 1)));
        return kind.isPresent();
    }

    /** The streams of one column. */
    Optional<TileHeap> heap(String column) {
        return Optional.ofNullable(streams.get(column)).flatMap(at -> TileHeap.of(file, hdu, rowBytes, at));
    }

    /** The numbers of a row by the names of their columns. */
    Map<String, Double> numbers(int row) throws IOException, BadFitsException {
        ByteBuffer bytes = ByteBuffer.allocate(rowBytes);
        long from = hdu.dataOffset() + (long) row * rowBytes;
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw BadFitsException.cutShort("the file ends within the data of HDU " + hdu.index());
            }
        }
        Map<String, Double> found = new LinkedHashMap<>();
        numbers.forEach((name, at) -> found.put(name, bytes.getDouble(at)));
        return found;
    }
}
