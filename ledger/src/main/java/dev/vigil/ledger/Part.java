package dev.vigil.ledger;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * One of several things that an event tells of, for a row of its own.
 *
 * @param event the event
 * @param part the thing
 */
record Part<P>(Object event, P part) {
    static <P> Stream<Part<P>> of(Object event, List<P> parts) {
        return parts.stream().map(part -> new Part<>(event, part));
    }

    static void bind(PreparedBatch row, Part<?> part) {
        row.bindMethods("event", part.event()).bindMethods("part", part.part());
    }
}
