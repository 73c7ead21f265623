package dev.vigil.cli;

import dev.vigil.cli.command.Target;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Setting;
import dev.vigil.common.settings.Settings;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vigil config}: what can be set, what is set, and what is wrong with it. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Check and show the settings.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ConfigCommand.Check.class, ConfigCommand.Show.class, ConfigCommand.Keys.class})
final class ConfigCommand {

    /** Says what is wrong before anything starts. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "Say what is wrong with the settings, all at once, and with the files that they name, as far as they are for this machine.")
    static final class Check implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private Target target;

        @Override
        public Integer call() {
            Config given = target.given();
            List<String> mistakes = Stream.concat(given.check().stream(), Hindrances.of(given).stream())
                    .toList();
            mistakes.forEach(mistake -> spec.commandLine().getErr().println(mistake));
            if (mistakes.isEmpty()) {
                spec.commandLine().getOut().println("The settings are in order.");
            }
            return mistakes.isEmpty() ? 0 : 1;
        }
    }

    /** Prints every setting in force. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Print every setting with its value and where that was set.")
    static final class Show implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private Target target;

        @Override
        public Integer call() {
            Config config = target.given();
            config.shown().forEach(spec.commandLine().getOut()::println);
            return config.check().isEmpty() ? 0 : 1;
        }
    }

    /** Prints what can be set. */
    @Command(
            name = "keys",
            mixinStandardHelpOptions = true,
            description = "List what can be set, with defaults and variables.")
    static final class Keys implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            for (Setting<?> setting : Settings.all()) {
                out.println(setting.name());
                out.println("    " + setting.about());
                out.println("    " + setting.kind().expected() + "; default: " + setting.shown(setting.standard())
                        + "; variable: " + setting.variable()
                        + (Settings.isOfUnits(setting)
                                ? "; of one unit: " + setting.of("UNIT").name()
                                : ""));
            }
            return 0;
        }
    }
}
