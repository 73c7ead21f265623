package dev.vigil.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks into the ledger, seldom and cheaply, because whoever looks takes part in the load. */
final class LedgerWatch implements AutoCloseable {
    private static final String STANDING = """
            select count(*), count(d.at), count(r.looked_at), max(d.at),
                   (select count(*) from masters m where m.unit = ?)
            from frame_revisions r left join recorded d using (frame, revision)
            where r.unit = ?
            """;
    private static final String TIMES =
            "select d.frame, d.at from recorded d join frames f on f.frame = d.frame where f.unit = ?";
    private static final String OPEN = """
            select standing, coalesce(reason, 'no reason given') as reason, count(*), min(frame)
            from frame_standings where unit = ? and standing <> 'RECORDED'
            group by 1, 2 order by 3 desc limit 5
            """;

    private final Connection connection;

    private LedgerWatch(Connection connection) {
        this.connection = connection;
    }

    static LedgerWatch open(String url, String user, String password) {
        try {
            return new LedgerWatch(DriverManager.getConnection(url, user, password));
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger does not answer: " + e.getMessage(), e);
        }
    }

    /** How far the only night of a unit is. */
    Standing of(String unit) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(STANDING)) {
            query.setString(1, unit);
            query.setString(2, unit);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                Instant last = row.getTimestamp(4) == null
                        ? Instant.EPOCH
                        : row.getTimestamp(4).toInstant();
                return new Standing(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(5), last);
            }
        }
    }

    /** When each frame of a unit was recorded. */
    Map<String, Instant> recorded(String unit) throws SQLException {
        Map<String, Instant> times = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(TIMES)) {
            query.setString(1, unit);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    times.put(rows.getString(1), rows.getTimestamp(2).toInstant());
                }
            }
        }
        return times;
    }

    /** Frames of a unit that are not recorded, and why, in words. */
    List<String> open(String unit) throws SQLException {
        List<String> open = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(OPEN)) {
            query.setString(1, unit);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    open.add("%d %s (%s), such as %s"
                            .formatted(rows.getInt(3), rows.getString(1), rows.getString(2), rows.getString(4)));
                }
            }
        }
        return open;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Frames that were seen, recorded and looked at, masters that were built, and when the last frame was recorded. */
    record Standing(int seen, int recorded, int looked, int masters, Instant last) {}
}
