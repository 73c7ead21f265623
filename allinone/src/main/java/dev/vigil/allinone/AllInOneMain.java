package dev.vigil.allinone;

import dev.vigil.cli.Commands;
import dev.vigil.cli.VigilCommand;
import picocli.CommandLine;

/** The whole of Vigil in one process: {@code vigil up} for real, {@code vigil demo} to see it work. */
public final class AllInOneMain {
    private AllInOneMain() {}

    public static void main(String[] args) {
        CommandLine line = Commands.line(new VigilCommand());
        line.addSubcommand("up", new UpCommand());
        line.addSubcommand("demo", new DemoCommand());
        System.exit(line.execute(args));
    }
}
