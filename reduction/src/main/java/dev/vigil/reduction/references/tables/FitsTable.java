package dev.vigil.reduction.references.tables;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.FitsStream;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.TableColumn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** A binary table of a FITS file. */
final class FitsTable implements Table {
    private final Path file;
    private final FitsStream stream;
    private final List<TableColumn> columns;
    private final long rows;
    private final ByteBuffer row;
    private long number;

    FitsTable(Path file, FitsStream stream, Hdu hdu) throws BadFitsException {
        this.file = file;
        this.stream = stream;
        this.columns = TableColumn.of(hdu.header());
        this.rows = hdu.height();
        this.row = ByteBuffer.allocate(Math.toIntExact(hdu.width()));
    }

    @Override
    public List<Column> columns() {
        return columns.stream()
                .map(column -> new Column(column.name(), column.unit()))
                .toList();
    }

    @Override
    public boolean next() throws IOException {
        if (number == rows) {
            return false;
        }
        number++;
        try {
            stream.read(row.array());
        } catch (BadFitsException cut) {
            throw new BadTableException(file, place(), cut.getMessage());
        }
        return true;
    }

    @Override
    public double number(int column) {
        return columns.get(column).number(row);
    }

    @Override
    public String place() {
        return "row " + number;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
