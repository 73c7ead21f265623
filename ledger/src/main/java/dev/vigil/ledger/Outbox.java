package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.NightSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** What must be published because of rows that are written. It stays here until it is known to be published, so none is lost. */
public final class Outbox {
    private static final String UNSENT = """
            select o.id, r.frame, r.revision, r.unit, r.night, r.night_source, r.exposure, r.type, r.last_level, d.level, d.at
            from outbox o
            join recorded d using (frame, revision)
            join frame_revisions r using (frame, revision)
            where o.sent_at is null
            order by o.id
            limit :limit
            """;

    private final Jdbi jdbi;

    Outbox(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Publishes events, and returns when the broker has them. */
    public interface Publishing {
        void publish(List<FrameRecorded> events) throws InterruptedException;
    }

    /**
     * Publishes the oldest unsent, at most so many, and notes that the broker has them. They are locked meanwhile: of several that publish
     * at once, each takes its own.
     *
     * @return how many were published
     */
    public int publish(int limit, Instant at, Publishing publishing) throws InterruptedException {
        try {
            return jdbi.inTransaction(handle -> {
                List<Unsent> locked = unsent(handle, limit, "for update of o skip locked");
                if (!locked.isEmpty()) {
                    publishing.publish(locked.stream().map(Unsent::event).toList());
                    mark(handle, locked.stream().map(Unsent::id).toList(), at);
                }
                return locked.size();
            });
        } catch (JdbiException e) {
            throw Refusals.inWords(e);
        }
    }

    /** The oldest that are not known to be published. */
    public List<Unsent> unsent(int limit) {
        return Refusals.saying(() -> jdbi.withHandle(handle -> unsent(handle, limit, "")));
    }

    /** Notes that the broker has them. */
    public void markSent(Collection<Long> ids, Instant at) {
        Refusals.saying(() -> jdbi.withHandle(handle -> mark(handle, ids, at)));
    }

    /**
     * An event to be published.
     *
     * @param id names it to {@link Outbox#markSent}
     * @param event what to publish
     */
    public record Unsent(long id, FrameRecorded event) {}

    private static List<Unsent> unsent(Handle handle, int limit, String lock) {
        return handle.createQuery(UNSENT + lock)
                .bind("limit", limit)
                .map((row, context) -> unsent(row))
                .list();
    }

    private static int mark(Handle handle, Collection<Long> ids, Instant at) {
        return handle.createUpdate("update outbox set sent_at = :at where id = any(:ids) and sent_at is null")
                .bindArray("ids", Long.class, ids)
                .bind("at", at)
                .execute();
    }

    private static Unsent unsent(ResultSet row) throws SQLException {
        FrameIdentity identity = new FrameIdentity(
                new FrameId(row.getString("frame")),
                row.getInt("revision"),
                row.getString("unit"),
                Optional.ofNullable(row.getObject("night", LocalDate.class)),
                NightSource.valueOf(row.getString("night_source")),
                row.getString("exposure"),
                FrameType.valueOf(row.getString("type")),
                Level.valueOf(row.getString("last_level")),
                0);
        return new Unsent(
                row.getLong("id"),
                new FrameRecorded(identity, row.getTimestamp("at").toInstant(), Level.valueOf(row.getString("level"))));
    }
}
