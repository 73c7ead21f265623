package dev.vigil.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;

/** Tells a refused event from a database that cannot answer now. */
final class Refusals {
    /** Data exceptions, broken constraints, and rows too large: the event's own fault. All else may be gone tomorrow. */
    private static final Set<String> OF_THE_EVENT = Set.of("22", "23", "54");

    private Refusals() {}

    /** Runs it, and says the database's failures in the ledger's words; a failure of this program's own is thrown as it is. */
    static <T> T saying(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            throw inWords(e);
        }
    }

    static RuntimeException inWords(JdbiException failure) {
        List<SQLException> causes = Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .toList();
        if (causes.isEmpty()) {
            return failure;
        }
        return causes.stream().anyMatch(Refusals::isOfTheEvent)
                ? new UnwritableException(last(causes))
                : new LedgerUnavailableException(last(causes));
    }

    /** The database's own words: those above it repeat the whole statement. */
    private static SQLException last(List<SQLException> causes) {
        return causes.get(causes.size() - 1);
    }

    private static boolean isOfTheEvent(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && OF_THE_EVENT.contains(state.substring(0, 2));
    }
}
