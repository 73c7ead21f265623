package dev.vigil.ledger;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;

/** Tells a refused event from a database that cannot answer now. */
final class Refusals {
    /** Data exceptions, broken constraints, and rows too large: the event's own fault. All else may be gone tomorrow. */
    private static final Set<String> OF_THE_EVENT = Set.of("22", "23", "54");

    private Refusals() {}

    /** Runs it, and says failures in the ledger's words. */
    static <T> T saying(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            throw isOfTheEvent(e) ? new UnwritableException(e) : new LedgerUnavailableException(e);
        }
    }

    private static boolean isOfTheEvent(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(state -> state != null && OF_THE_EVENT.contains(state.substring(0, 2)));
    }
}
