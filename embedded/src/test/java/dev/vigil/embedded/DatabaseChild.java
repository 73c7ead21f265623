package dev.vigil.embedded;

import java.nio.file.Path;

/** A process that starts a database, writes one row, says so, and waits to be killed. */
final class DatabaseChild {
    private DatabaseChild() {}

    public static void main(String[] arguments) throws Exception {
        LocalDatabase database = LocalDatabase.start(Path.of(arguments[0]), 0);
        LocalDatabaseTest.execute(
                database, "create table news (words text)", "insert into news values ('written before the kill')");
        System.out.println("ready");
        System.in.read();
    }
}
