package dev.vigil.ledger;

import java.util.Objects;

/**
 * How to reach the ledger.
 *
 * @param url the JDBC address of the database
 * @param user who connects
 * @param password the user's
 * @param connections at most so many at once
 */
public record LedgerSettings(String url, String user, String password, int connections) {
    public LedgerSettings {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("the ledger is kept in PostgreSQL, not at " + url);
        }
        if (connections < 1) {
            throw new IllegalArgumentException("the ledger needs at least one connection, not " + connections);
        }
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
