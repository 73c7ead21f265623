package dev.vigil.cli.command;

import dev.vigil.common.settings.SettingsException;
import dev.vigil.schemas.topics.Topics;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** How every command line of Vigil behaves: errors in a sentence, and an exit status that scripts can use. */
public final class Commands {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Commands() {}

    /** A command line that says what went wrong without a stack trace; what else it knows stands behind its own commands. */
    public static CommandLine line(Object command, Object... more) {
        CommandLine made = new CommandLine(command);
        for (Object each : more) {
            made.addSubcommand(each);
        }
        // Behind the name of one of Kafka's tools, everything is the tool's.
        Optional.ofNullable(made.getSubcommands().get("kafka"))
                .ifPresent(kafka -> kafka.setStopAtPositional(true).setUnmatchedOptionsArePositionalParams(true));
        // In a description the names would be broken at their dots.
        Optional.ofNullable(made.getSubcommands().get("tail"))
                .ifPresent(tail -> tail.getCommandSpec()
                        .usageMessage()
                        .footerHeading("%nTopics:%n")
                        .footer(topics()));
        Values.readBy(made);
        return made.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((mistake, arguments) -> say(mistake))
                .setExecutionExceptionHandler((thrown, line, result) -> say(thrown, line));
    }

    private static String[] topics() {
        return Topics.ALL.stream().map(topic -> "  " + topic.name()).toArray(String[]::new);
    }

    /** The mistake alone: below the whole usage nobody would find it. */
    private static int say(ParameterException mistake) {
        return misused(mistake.getCommandLine(), Misuse.words(mistake));
    }

    private static int misused(CommandLine line, String words) {
        line.getErr().println("vigil: " + words);
        line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'");
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int say(Exception thrown, CommandLine line) {
        if (thrown instanceof WrongCallException && !(thrown instanceof UnknownNameException)) {
            return misused(line, words(thrown));
        }
        if (thrown instanceof SettingsException settings) {
            settings.mistakes().forEach(mistake -> line.getErr().println("vigil: " + mistake));
        } else {
            line.getErr().println("vigil: " + words(thrown));
        }
        if ("DEBUG".equalsIgnoreCase(System.getenv("VIGIL_LOG_LEVEL"))) {
            thrown.printStackTrace(line.getErr());
        }
        return thrown instanceof UnknownNameException ? MISUSED : FAILED;
    }

    private static String words(Exception thrown) {
        return thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
    }
}
