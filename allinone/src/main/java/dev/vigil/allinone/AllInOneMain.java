package dev.vigil.allinone;

import dev.vigil.allinone.files.MastersCommand;
import dev.vigil.allinone.files.ReduceFileCommand;
import dev.vigil.cli.VigilCommand;
import dev.vigil.cli.command.Commands;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** The whole of Vigil in one process: {@code vigil up} for real, {@code vigil demo} to see it work. */
public final class AllInOneMain {
    private static final String COMPLETION = "completion-script";
    private static final Set<String> SHOWING = Set.of("demo", "reduce-file", "masters", COMPLETION);

    private AllInOneMain() {}

    public static void main(String[] args) {
        keepTheLogOutOfTheTable(args);
        CommandLine line = line();
        if (args.length > 0 && args[0].equals(COMPLETION)) {
            List<String> services = List.of(args).subList(1, args.length);
            System.out.print(CompletionScript.of(line, services));
            return;
        }
        System.exit(line.execute(args));
    }

    /** Every command that the launcher knows, but for those that need no Java. */
    public static CommandLine line() {
        return Commands.line(
                new VigilCommand(), new UpCommand(), new DemoCommand(), new ReduceFileCommand(), new MastersCommand());
    }

    /** A demo shows a table, others a bar; the log would run through it. Whoever sets VIGIL_LOG_LEVEL wants it all the same. */
    private static void keepTheLogOutOfTheTable(String[] args) {
        boolean shows = args.length > 0 && SHOWING.contains(args[0]);
        if (shows && System.getenv("VIGIL_LOG_LEVEL") == null) {
            System.setProperty("VIGIL_LOG_LEVEL", "WARN");
        }
    }
}
