package dev.vigil.cli;

import dev.vigil.cli.command.Commands;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What a command line came to.
 *
 * @param status the exit status
 * @param out what it printed
 * @param err what it said on the side
 */
public record Run(int status, String out, String err) {
    public static Run vigil(String... arguments) {
        return of(new VigilCommand(), arguments);
    }

    static Run of(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                Commands.line(command).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int status = line.execute(arguments);
        return new Run(status, out.toString(), err.toString());
    }
}
