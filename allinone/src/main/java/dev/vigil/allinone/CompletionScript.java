package dev.vigil.allinone;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What completes command lines in bash and zsh, those of the launcher's own commands as well. */
final class CompletionScript {
    private CompletionScript() {}

    /** The script for a line of commands, where these services can be run alone. */
    static String of(CommandLine line, List<String> services) {
        line.addSubcommand("init", own())
                .addSubcommand("service", own().addPositional(name(services)))
                .addSubcommand("completion", own());
        return AutoComplete.bash("vigil", line);
    }

    private static CommandSpec own() {
        return CommandSpec.create()
                .addOption(OptionSpec.builder("-h", "--help").usageHelp(true).build());
    }

    private static PositionalParamSpec name(List<String> services) {
        return PositionalParamSpec.builder()
                .index("0")
                .type(String.class)
                .paramLabel("NAME")
                .completionCandidates(services)
                .build();
    }
}
