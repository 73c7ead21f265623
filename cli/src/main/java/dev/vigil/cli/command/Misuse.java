package dev.vigil.cli.command;

import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line. */
final class Misuse {
    private Misuse() {}

    static String words(ParameterException mistake) {
        CommandSpec command = mistake.getCommandLine().getCommandSpec();
        Collection<String> commands = command.subcommands().keySet();
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return unmatched(command, unmatched.getUnmatched().get(0));
        }
        // A command that has others does nothing by itself.
        return commands.isEmpty() ? mistake.getMessage() : "which command? There are " + String.join(", ", commands);
    }

    private static String unmatched(CommandSpec command, String word) {
        if (word.startsWith("-")) {
            return new Known("option", options(command)).refusal(word);
        }
        return command.subcommands().isEmpty()
                ? "'" + word + "' " + unwanted(command)
                : new Known("command", command.subcommands().keySet()).refusal(word);
    }

    /** Each once, in full. */
    private static List<String> options(CommandSpec command) {
        return command.options().stream().map(OptionSpec::longestName).toList();
    }

    /** Where there may be any number of values, a word that is left over is none of them. */
    private static String unwanted(CommandSpec command) {
        return command.positionalParameters().stream()
                .filter(values -> values.arity().isVariable())
                .findFirst()
                .map(values -> "is no " + values.paramLabel())
                .orElse("is one word too many");
    }
}
