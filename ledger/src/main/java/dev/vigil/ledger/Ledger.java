package dev.vigil.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.postgres.PostgresPlugin;

/** The PostgreSQL database that holds what happened. Safe for use by many threads. */
public final class Ledger implements AutoCloseable {
    private final LedgerSettings settings;
    private final HikariDataSource connections;
    private final Jdbi jdbi;

    private Ledger(LedgerSettings settings, HikariDataSource connections) {
        this.settings = settings;
        this.connections = connections;
        this.jdbi = Rows.prepared(Jdbi.create(connections).installPlugin(new PostgresPlugin()));
    }

    /** Connects, and brings the tables up to this version; several may do so at once. */
    public static Ledger open(LedgerSettings settings) {
        Ledger ledger = reading(settings);
        try {
            ledger.migrate();
            return ledger;
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    /** For those who only ask: connects when first asked, and leaves the tables as they are. */
    public static Ledger reading(LedgerSettings settings) {
        return new Ledger(settings, new HikariDataSource(pool(settings)));
    }

    /** Whether the database answers. */
    public boolean answers() {
        try {
            return jdbi.withHandle(handle ->
                    handle.createQuery("select true").mapTo(Boolean.class).one());
        } catch (JdbiException e) {
            return false;
        }
    }

    /** Writes down what numbers mean: a row of {@code measurables} for each, and a comment of the column that holds it. */
    public void explain(List<Meaning> meanings) {
        try {
            jdbi.useTransaction(handle -> MeaningRows.write(handle, meanings));
        } catch (JdbiException e) {
            throw Refusals.inWords(e);
        }
    }

    /** Writes events. */
    public Writer writer(Clock clock) {
        return new Writer(jdbi, clock);
    }

    /** What is still to be published. */
    public Outbox outbox() {
        return new Outbox(jdbi);
    }

    /** How far the topics were read. */
    public Offsets offsets() {
        return new Offsets(jdbi);
    }

    /** Questions about nights. */
    public Nights nights() {
        return new Nights(jdbi);
    }

    /** Questions about frames. */
    public Frames frames() {
        return new Frames(jdbi);
    }

    /** Questions about quality checks. */
    public Checks checks() {
        return new Checks(jdbi);
    }

    /** Questions about how clear the sky was. */
    public Skies skies() {
        return new Skies(jdbi);
    }

    /** Questions about the files that there should be. */
    public KeptFiles keptFiles() {
        return new KeptFiles(jdbi);
    }

    /** Questions about masters. */
    public Masters masters() {
        return new Masters(jdbi);
    }

    @Override
    public void close() {
        connections.close();
    }

    @Override
    public String toString() {
        return "ledger of " + settings;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** Flyway holds a lock in the database meanwhile, so that of several replicas one does it and the others wait. */
    private void migrate() {
        try {
            Flyway.configure(Ledger.class.getClassLoader())
                    .dataSource(connections)
                    .locations("classpath:dev/vigil/ledger/migrations")
                    .load()
                    .migrate();
        } catch (FlywayException | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
            throw new LedgerUnavailableException(e);
        }
    }

    private static HikariConfig pool(LedgerSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ledger");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(0);
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "vigil");
        config.addDataSourceProperty("connectTimeout", "5");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }
}
