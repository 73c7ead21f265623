package dev.vigil.allinone;

import dev.vigil.cli.Commands;
import dev.vigil.cli.VigilCommand;
import picocli.CommandLine;

/** The whole of Vigil in one process: {@code vigil up} for real, {@code vigil demo} to see it work. */
public final class AllInOneMain {
    private AllInOneMain() {}

    public static void main(String[] args) {
        keepTheLogOutOfTheTable(args);
        CommandLine line = Commands.line(new VigilCommand());
        line.addSubcommand("up", new UpCommand());
        line.addSubcommand("demo", new DemoCommand());
        System.exit(line.execute(args));
    }

    /** A demo shows a table; the log would run through it. Whoever sets VIGIL_LOG_LEVEL wants it all the same. */
    private static void keepTheLogOutOfTheTable(String[] args) {
        boolean demo = args.length > 0 && args[0].equals("demo");
        if (demo && System.getenv("VIGIL_LOG_LEVEL") == null) {
            System.setProperty("VIGIL_LOG_LEVEL", "WARN");
        }
    }
}
