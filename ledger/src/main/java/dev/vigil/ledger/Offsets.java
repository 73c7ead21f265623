package dev.vigil.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** How far the topics were read into the ledger. Positions move only together with the rows, in {@link Writer#write}. */
public final class Offsets {
    private final Jdbi jdbi;

    Offsets(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Where a partition is to be read on; empty when it never was. */
    public Optional<Position> of(String topic, int partition) {
        return Refusals.saying(() -> jdbi.withHandle(handle -> find(handle, topic, partition, "")));
    }

    /** Where every partition is to be read on. */
    public List<Position> all() {
        return Rows.list(
                jdbi,
                Position.class,
                "select topic, partition, topic_id, position, leader_epoch from offsets",
                query -> query);
    }

    /** Locks each position, compares it with where the batch begins, and moves it. */
    static void advance(Handle handle, List<Advance> advances) {
        advances.stream()
                .sorted(Comparator.<Advance, String>comparing(
                                advance -> advance.to().topic())
                        .thenComparing(advance -> advance.to().partition()))
                .forEach(advance -> advance(handle, advance));
    }

    private static void advance(Handle handle, Advance advance) {
        Position to = advance.to();
        execute(handle, """
                insert into offsets (topic, partition, topic_id, position, leader_epoch)
                values (:topic, :partition, :topicId, :from, :leaderEpoch)
                on conflict do nothing
                """, advance);
        Position locked = find(handle, to.topic(), to.partition(), "for update").orElseThrow();
        if (locked.position() != advance.from() || !locked.topicId().equals(to.topicId())) {
            throw new PositionMovedException(advance, locked);
        }
        execute(handle, """
                update offsets set position = :position, leader_epoch = coalesce(:leaderEpoch, leader_epoch)
                where topic = :topic and partition = :partition
                """, advance);
    }

    private static void execute(Handle handle, String sql, Advance advance) {
        handle.createUpdate(sql)
                .bindMethods(advance.to())
                .bind("from", advance.from())
                .execute();
    }

    private static Optional<Position> find(Handle handle, String topic, int partition, String lock) {
        return handle.createQuery("""
                        select topic, partition, topic_id, position, leader_epoch from offsets
                        where topic = :topic and partition = :partition
                        """ + lock)
                .bind("topic", topic)
                .bind("partition", partition)
                .map(ConstructorMapper.of(Position.class))
                .findOne();
    }
}
