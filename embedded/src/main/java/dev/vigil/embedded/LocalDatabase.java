package dev.vigil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.commons.io.FileUtils;

/**
 * A real PostgreSQL beside this JVM, with its data in a folder that survives a restart and a kill.
 *
 * <p>Its processes outlive a killed JVM. The next start on the same folder finds them by {@code postmaster.pid}: it
 * adopts a server that answers on the wanted port, and stops any other cleanly before it starts anew.
 */
public final class LocalDatabase implements AutoCloseable {
    private static final String USER = "postgres";

    private final FolderLock lock;
    private final PostgresPrograms programs;
    private final Path cluster;
    private final String password;
    private final int port;

    private LocalDatabase(FolderLock lock, PostgresPrograms programs, Path cluster, String password, int port) {
        this.lock = lock;
        this.programs = programs;
        this.cluster = cluster;
        this.password = password;
        this.port = port;
    }

    /** Starts, or adopts, the server of this folder on the loopback address; port 0 takes a free one. */
    public static LocalDatabase start(Path dataFolder, int port) throws IOException {
        return start(dataFolder, port, PlainUser.find());
    }

    static LocalDatabase start(Path dataFolder, int port, PlainUser user) throws IOException {
        FolderLock lock = FolderLock.take(dataFolder);
        try {
            return start(dataFolder.toRealPath(), port, user, lock);
        } catch (RuntimeException | IOException e) {
            lock.close();
            throw e;
        }
    }

    /** Where clients connect, with {@link #user()} and {@link #password()}. */
    public String jdbcUrl() {
        return url(port);
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        stop(programs, cluster);
        lock.close();
    }

    @Override
    public String toString() {
        return "PostgreSQL on 127.0.0.1:" + port;
    }

    private static LocalDatabase start(Path folder, int wantedPort, PlainUser user, FolderLock lock)
            throws IOException {
        user.own(folder);
        PostgresPrograms programs = PostgresPrograms.unpacked(user, folder);
        Path secret = folder.resolve("password");
        String password = Secret.keptIn(secret);
        user.own(secret);
        Path cluster = folder.resolve("cluster");
        createOnce(programs, cluster, secret);
        int port = adopted(cluster, wantedPort, password).orElse(0);
        if (port == 0) {
            clearTheWay(programs, cluster);
            port = FreePorts.wanted(wantedPort);
            launch(programs, cluster, port);
        }
        return new LocalDatabase(lock, programs, cluster, password, port);
    }

    /** Makes the cluster beside its place and renames it, so that a kill leaves either none or a whole one. */
    private static void createOnce(PostgresPrograms programs, Path cluster, Path secret) throws IOException {
        if (Files.exists(cluster)) {
            return;
        }
        Path draft = cluster.resolveSibling("cluster.new");
        FileUtils.deleteDirectory(draft.toFile());
        programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + draft,
                        "--username=" + USER,
                        "--pwfile=" + secret,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions"));
        Files.move(draft, cluster);
    }

    private static Optional<Integer> adopted(Path cluster, int wantedPort, String password) throws IOException {
        return Postmaster.of(cluster)
                .filter(Postmaster::isOurs)
                .map(Postmaster::port)
                .filter(port -> wantedPort == 0 || wantedPort == port)
                .filter(port -> serves(cluster, port, password));
    }

    private static boolean serves(Path cluster, int port, String password) {
        Properties login = new Properties();
        login.setProperty("user", USER);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "2");
        login.setProperty("socketTimeout", "5");
        try (Connection connection = DriverManager.getConnection(url(port), login);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            return row.next() && cluster.equals(Path.of(row.getString(1)));
        } catch (SQLException doesNotAnswer) {
            return false;
        }
    }

    private static void clearTheWay(PostgresPrograms programs, Path cluster) throws IOException {
        Optional<Postmaster> before = Postmaster.of(cluster);
        if (before.filter(Postmaster::isOurs).isPresent()) {
            stop(programs, cluster);
        } else if (before.filter(Postmaster::isAnother).isPresent()) {
            before.get().setAside();
        }
    }

    private static void launch(PostgresPrograms programs, Path cluster, int port) throws IOException {
        Path log = cluster.resolveSibling("postgres.log");
        try {
            programs.run(
                    "pg_ctl",
                    List.of(
                            "start",
                            "--wait",
                            "--silent",
                            "--timeout=60",
                            "--pgdata=" + cluster,
                            "--log=" + log,
                            "--options=" + String.join(" ", options(port))));
        } catch (IOException e) {
            throw new IOException("PostgreSQL did not start; its own words are in " + log, e);
        }
    }

    /** Small in memory and in processes, and as safe as PostgreSQL is by default. */
    private static List<String> options(int port) {
        List<String> options = new ArrayList<>(List.of("-p", "" + port));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=50",
                "shared_buffers=64MB",
                "max_wal_size=512MB",
                "min_wal_size=64MB",
                "wal_level=minimal",
                "max_wal_senders=0",
                "io_method=sync",
                "jit=off",
                "max_worker_processes=2",
                "max_parallel_workers_per_gather=0",
                "timezone=UTC",
                "log_timezone=UTC")) {
            options.add("-c");
            options.add(setting);
        }
        return options;
    }

    private static void stop(PostgresPrograms programs, Path cluster) throws IOException {
        programs.run(
                "pg_ctl", List.of("stop", "--wait", "--silent", "--mode=fast", "--timeout=60", "--pgdata=" + cluster));
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }
}
