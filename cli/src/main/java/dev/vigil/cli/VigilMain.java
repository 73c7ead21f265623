package dev.vigil.cli;

import dev.vigil.cli.command.Commands;

/** The command line: everything but the all-in-one itself. */
public final class VigilMain {
    private VigilMain() {}

    public static void main(String[] args) {
        System.exit(Commands.line(new VigilCommand()).execute(args));
    }
}
