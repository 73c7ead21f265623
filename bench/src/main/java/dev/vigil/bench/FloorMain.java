package dev.vigil.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigil.embedded.LocalDatabase;
import dev.vigil.imaging.BadFitsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs the plain loop over a folder, in a JVM of its own with a PostgreSQL of its own, and says what it took. */
public final class FloorMain {
    private static final String TABLE = "create table exposures (file text primary key, type text not null,"
            + " digest text not null, size bigint not null, archived text not null, sources integer,"
            + " at timestamptz not null default now())";
    private static final String ROW =
            "insert into exposures (file, type, digest, size, archived, sources) values (?, ?, ?, ?, ?, ?)";

    private FloorMain() {}

    /** The folder with the files, the folder for everything, the file for the figures. */
    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[1]);
        List<Path> files = files(Path.of(args[0]));
        try (LocalDatabase database = LocalDatabase.start(data.resolve("postgres"), 0);
                Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            Servers servers = new Servers(ProcessHandle.current().pid(), Postgres.in(data.resolve("postgres")));
            new ObjectMapper().writeValue(Path.of(args[2]).toFile(), run(files, data, connection, servers));
        }
    }

    /** By name, which is by time. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Floor run(List<Path> files, Path data, Connection connection, Servers servers)
            throws IOException, BadFitsException, SQLException {
        PlainLoop loop = new PlainLoop(data.resolve("archive"), data.resolve("products"));
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        List<Double> times = new ArrayList<>();
        Cpu before = servers.cpu();
        long start = System.nanoTime();
        try (PreparedStatement row = connection.prepareStatement(ROW)) {
            for (Path file : files) {
                long began = System.nanoTime();
                insert(row, loop.carry(file));
                times.add((System.nanoTime() - began) / 1e9);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Floor(files.size(), seconds, servers.cpu().since(before), Quantiles.of(times), servers.mostMemory());
    }

    private static void insert(PreparedStatement row, PlainRow of) throws SQLException {
        row.setString(1, of.file());
        row.setString(2, of.type());
        row.setString(3, of.digest());
        row.setLong(4, of.size());
        row.setString(5, of.archived());
        if (of.sources().isPresent()) {
            row.setInt(6, of.sources().getAsInt());
        } else {
            row.setNull(6, Types.INTEGER);
        }
        row.executeUpdate();
    }
}
