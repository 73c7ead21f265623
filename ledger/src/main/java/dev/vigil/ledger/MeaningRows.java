package dev.vigil.ledger;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What numbers mean: a table, and comments of the columns that hold them. */
final class MeaningRows {
    private static final String ROW = """
            insert into measurables (name, unit, description, place) values (:name, :unit, :description, :place)
            """;

    private static final String COMMENT = "select format('comment on column reductions.%I is %L', :column, :words)";

    private MeaningRows() {}

    /** In the place of whatever another version said. Of several replicas one does it, and the others wait. */
    static void write(Handle handle, List<Meaning> meanings) {
        handle.execute("lock table measurables in exclusive mode");
        handle.execute("delete from measurables");
        Rows.each(handle, ROW, meanings, (row, meaning) -> row.bindMethods(meaning));
        meanings.forEach(meaning -> meaning.column().ifPresent(column -> comment(handle, column, meaning.words())));
    }

    private static void comment(Handle handle, String column, String words) {
        handle.execute(handle.createQuery(COMMENT)
                .bind("column", column)
                .bind("words", words)
                .mapTo(String.class)
                .one());
    }
}
