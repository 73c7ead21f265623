package dev.vigil.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsStillThereAfterARestart() throws Exception {
        try (LocalDatabase database = LocalDatabase.start(folder, 0)) {
            execute(database, "create table news (words text)", "insert into news values ('ångström')");
        }
        try (LocalDatabase database = LocalDatabase.start(folder, 0)) {
            assertThat(ask(database, "select words from news")).isEqualTo("ångström");
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() throws Exception {
        try (LocalDatabase database = LocalDatabase.start(folder, 0)) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aSecondServerIsKeptOutOfTheFolder() throws Exception {
        try (LocalDatabase database = LocalDatabase.start(folder, 0)) {
            assertThatThrownBy(() -> LocalDatabase.start(folder, 0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void theServerOfAKilledJvmIsAdopted() throws Exception {
        long orphan = orphanedServer();
        try (LocalDatabase database = LocalDatabase.start(folder, 0)) {
            assertThat(server()).isEqualTo(orphan);
            assertThat(ask(database, "select words from news")).isEqualTo("written before the kill");
        }
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void theServerOfAKilledJvmIsReplacedWhenAnotherPortIsWanted() throws Exception {
        long orphan = orphanedServer();
        int port = FreePorts.next();
        try (LocalDatabase database = LocalDatabase.start(folder, port)) {
            assertThat(database.jdbcUrl()).contains(":" + port + "/");
            assertThat(server()).isNotEqualTo(orphan);
            assertThat(ask(database, "select words from news")).isEqualTo("written before the kill");
        }
    }

    @Test
    void aProcessNumberThatWentToAnotherProgramIsNoObstacle() throws Exception {
        LocalDatabase.start(folder, 0).close();
        long another = ProcessHandle.current().pid();
        Files.writeString(pidFile(), another + "\n" + folder + "\n0\n5432\n\n127.0.0.1\n0 0\nready\n");
        try (LocalDatabase database = LocalDatabase.start(folder, 0)) {
            assertThat(ask(database, "select 'well'")).isEqualTo("well");
        }
    }

    @Test
    @EnabledIf("thisIsRoot")
    void rootWithoutUserNamespacesStartsItAsNobody() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = folder.resolve("data");
        try (LocalDatabase database = LocalDatabase.start(data, 0, PlainUser.NOBODY)) {
            assertThat(ask(database, "select 'well'")).isEqualTo("well");
            assertThat(Files.getAttribute(data.resolve("cluster"), "unix:uid")).isEqualTo(65534);
        }
    }

    static boolean thisIsRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private long orphanedServer() throws Exception {
        try (ChildJvm child = ChildJvm.start(DatabaseChild.class, folder.toString())) {
            child.awaitReady();
            child.kill();
        }
        return server();
    }

    private long server() throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile()).get(0));
    }

    private Path pidFile() {
        return folder.resolve("cluster").resolve("postmaster.pid");
    }

    static void execute(LocalDatabase database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(LocalDatabase database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static Connection connect(LocalDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
