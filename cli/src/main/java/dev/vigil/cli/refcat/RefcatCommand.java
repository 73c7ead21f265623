package dev.vigil.cli.refcat;

import picocli.CommandLine.Command;

/** {@code vigil refcat}: catalogues of stars whose places and magnitudes are known. */
@Command(
        name = "refcat",
        mixinStandardHelpOptions = true,
        description = "Make, look at and search catalogues of reference stars.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RefcatImportCommand.class,
            RefcatConeCommand.class,
            RefcatInfoCommand.class,
            RefcatPatternsCommand.class
        })
public final class RefcatCommand {}
