package dev.vigil.reduction.references.tables;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A table that is read once, row by row. */
public interface Table extends Closeable {
    List<Column> columns();

    /** Moves to the next row, and says whether there is one. */
    boolean next() throws IOException;

    /**
     * A number of this row; NaN where there is none.
     *
     * @param column counted from 0
     * @throws BadTableException if something else stands there
     */
    double number(int column) throws IOException;

    /** Where this row is, for a person who looks for it: {@code line 12}. */
    String place();
}
