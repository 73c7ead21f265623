package dev.vigil.cli;

import dev.vigil.cli.command.Version;
import dev.vigil.cli.instruments.InstrumentCommand;
import dev.vigil.cli.nights.ExposuresCommand;
import dev.vigil.cli.nights.FramesCommand;
import dev.vigil.cli.nights.StatusCommand;
import dev.vigil.cli.nights.VerifyCommand;
import dev.vigil.cli.products.ExportCommand;
import dev.vigil.cli.refcat.RefcatCommand;
import dev.vigil.cli.requests.AgainCommand;
import dev.vigil.cli.requests.BackfillCommand;
import dev.vigil.cli.requests.CloseCommand;
import dev.vigil.cli.requests.ExpectCommand;
import dev.vigil.cli.requests.IngestedCommand;
import dev.vigil.cli.requests.ReleaseCommand;
import dev.vigil.cli.requests.RetryCommand;
import dev.vigil.cli.simulated.SimulateCommand;
import dev.vigil.cli.topics.DeadLettersCommand;
import dev.vigil.cli.topics.KafkaCommand;
import dev.vigil.cli.topics.TailCommand;
import picocli.CommandLine.Command;

/** {@code vigil}: the commands, and where the others are. */
@Command(
        name = "vigil",
        description = "Every exposure, accounted for.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StatusCommand.class,
            FramesCommand.class,
            ExposuresCommand.class,
            VerifyCommand.class,
            TailCommand.class,
            RetryCommand.class,
            AgainCommand.class,
            BackfillCommand.class,
            ReleaseCommand.class,
            CloseCommand.class,
            ExpectCommand.class,
            IngestedCommand.class,
            SimulateCommand.class,
            InstrumentCommand.class,
            RefcatCommand.class,
            ExportCommand.class,
            ConfigCommand.class,
            KafkaCommand.class,
            DeadLettersCommand.class
        },
        footerHeading = "%nAlso:%n",
        footer = {
            "  demo        Simulate a small night and carry it to the ledger, in one process.",
            "  up          Run everything in one process, for real.",
            "  reduce-file Reduce frames that lie on this machine, without a broker.",
            "  masters     Make masters of frames that lie on this machine.",
            "  init        Write the secrets for docker compose into .env.",
            "  service     Run one service alone, as the containers do.",
            "  completion  Print a completion script: eval \"$(./vigil completion)\"",
            "",
            "Commands find the deployment that runs on this machine; --data, --settings or VIGIL_… variables name another.",
            "Exit status: 0 all is well and done; 1 something is not, and it is said what; 2 the command is wrong, or names"
                    + " a night, unit or frame that there is not."
        })
public final class VigilCommand {}
