package dev.vigil.cli.command;

import dev.vigil.reduction.references.ReferenceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The catalogue that a command is about: the first thing that it is told. */
public final class CatalogueFile {
    @Parameters(index = "0", paramLabel = "FILE", description = "The catalogue, as import makes it.")
    private Path file;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    public ReferenceFile open() throws IOException {
        return ReferenceFile.open(file);
    }

    public PrintWriter out() {
        return command.commandLine().getOut();
    }
}
