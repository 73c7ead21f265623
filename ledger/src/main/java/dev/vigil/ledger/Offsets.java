package dev.vigil.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** How far the topics were read into the ledger. Positions move only together with the rows, in {@link Writer#write}. */
public final class Offsets {
    private final Jdbi jdbi;

    Offsets(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Where a partition is to be read on; empty when it never was. */
    public Optional<Position> of(String topic, int partition) {
        return Refusals.saying(() -> jdbi.withHandle(handle -> find(handle, topic, partition)));
    }

    /** Where every partition is to be read on. */
    public List<Position> all() {
        return Rows.list(
                jdbi,
                Position.class,
                "select topic, partition, topic_id, position, leader_epoch from offsets",
                query -> query);
    }

    /** Moves each position, if it stands where the batch begins; always in the same order, so that nobody waits for each other. */
    static void advance(Handle handle, List<Advance> advances) {
        List<Advance> ordered = advances.stream()
                .sorted(Comparator.<Advance, String>comparing(
                                advance -> advance.to().topic())
                        .thenComparing(advance -> advance.to().partition()))
                .toList();
        int[] moved = moved(handle, ordered);
        for (int i = 0; i < moved.length; i++) {
            if (moved[i] == 0) {
                Position to = ordered.get(i).to();
                throw new PositionMovedException(
                        ordered.get(i), find(handle, to.topic(), to.partition()).orElseThrow());
            }
        }
    }

    /** One message to the database, whose answer has a one for each position that moved. */
    private static int[] moved(Handle handle, List<Advance> advances) {
        if (advances.isEmpty()) {
            return new int[0];
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into offsets as o (topic, partition, topic_id, position, leader_epoch)
                values (:topic, :partition, :topicId, :position, :leaderEpoch)
                on conflict (topic, partition) do update
                    set position = excluded.position, leader_epoch = coalesce(excluded.leader_epoch, o.leader_epoch)
                    where o.position = :from and o.topic_id = excluded.topic_id
                """)) {
            for (Advance advance : advances) {
                batch.bindMethods(advance.to()).bind("from", advance.from()).add();
            }
            return batch.execute();
        }
    }

    private static Optional<Position> find(Handle handle, String topic, int partition) {
        return handle.createQuery("""
                        select topic, partition, topic_id, position, leader_epoch from offsets
                        where topic = :topic and partition = :partition
                        """)
                .bind("topic", topic)
                .bind("partition", partition)
                .map(ConstructorMapper.of(Position.class))
                .findOne();
    }
}
