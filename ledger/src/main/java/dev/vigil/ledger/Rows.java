package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.Sha256;
import java.net.URI;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** How events and answers stand in columns. */
final class Rows {
    private Rows() {}

    /** Teaches jdbi the types of events and answers. */
    static Jdbi prepared(Jdbi jdbi) {
        jdbi.registerArgument(new FrameIds())
                .registerArgument(new MasterIds())
                .registerArgument(new Digests())
                .registerArgument(new Seconds());
        jdbi.registerArrayType(Sha256.class, "text", Sha256::value).registerArrayType(URI.class, "text", URI::toString);
        jdbi.registerColumnMapper(
                new GenericType<Map<String, Double>>() {}, (row, column, context) -> numbers(row.getArray(column)));
        jdbi.registerColumnMapper(FrameId.class, text(FrameId::new))
                .registerColumnMapper(MasterId.class, text(MasterId::new))
                .registerColumnMapper(Sha256.class, text(Sha256::new))
                .registerColumnMapper(Duration.class, (row, column, context) -> {
                    double seconds = row.getDouble(column);
                    return row.wasNull() ? null : Duration.ofNanos(Math.round(seconds * 1e9));
                });
        return jdbi;
    }

    /** Asks, and makes a record of each row of the answer. */
    static <T> List<T> list(Jdbi jdbi, Class<T> answer, String sql, UnaryOperator<Query> binding) {
        return Refusals.saying(() -> jdbi.withHandle(handle -> binding.apply(handle.createQuery(sql))
                .map(ConstructorMapper.of(answer))
                .list()));
    }

    /** Runs the statement for each event, all in one message to the database. */
    static <T> void each(Handle handle, String sql, List<T> events, BiConsumer<PreparedBatch, T> binding) {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            for (T event : events) {
                binding.accept(batch, event);
                batch.add();
            }
            batch.execute();
        }
    }

    /** An array of name=value. */
    private static Map<String, Double> numbers(Array pairs) throws SQLException {
        return Stream.of((String[]) pairs.getArray())
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, pair.lastIndexOf('=')),
                        pair -> Double.valueOf(pair.substring(pair.lastIndexOf('=') + 1))));
    }

    private interface Reading<T> {
        T of(String text);
    }

    private static <T> ColumnMapper<T> text(Reading<T> reading) {
        return (row, column, context) -> {
            String text = row.getString(column);
            return text == null ? null : reading.of(text);
        };
    }

    private static final class FrameIds extends AbstractArgumentFactory<FrameId> {
        FrameIds() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(FrameId id, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, id.value());
        }
    }

    private static final class MasterIds extends AbstractArgumentFactory<MasterId> {
        MasterIds() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(MasterId id, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, id.value());
        }
    }

    private static final class Digests extends AbstractArgumentFactory<Sha256> {
        Digests() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(Sha256 digest, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, digest.value());
        }
    }

    private static final class Seconds extends AbstractArgumentFactory<Duration> {
        Seconds() {
            super(Types.DOUBLE);
        }

        @Override
        protected Argument build(Duration time, ConfigRegistry config) {
            return (position, statement, context) ->
                    statement.setDouble(position, time.getSeconds() + time.getNano() / 1e9);
        }
    }
}
