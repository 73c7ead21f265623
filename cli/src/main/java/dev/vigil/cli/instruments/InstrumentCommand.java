package dev.vigil.cli.instruments;

import dev.vigil.cli.command.Target;
import dev.vigil.cli.terminal.Table;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.common.settings.Settings;
import dev.vigil.instruments.Profile;
import dev.vigil.instruments.ProfileMistakes;
import dev.vigil.instruments.Profiles;
import dev.vigil.instruments.checks.CheckLevel;
import dev.vigil.instruments.checks.Measurable;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigil instrument}: which instruments are known, and whether their profiles fit their files. */
@Command(
        name = "instrument",
        mixinStandardHelpOptions = true,
        description = "List, show and check instrument profiles.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            InstrumentCommand.Show.class,
            InstrumentCommand.Check.class,
            InstrumentCommand.Checks.class,
            GainCommand.class,
            InstrumentCommand.Listing.class
        })
public final class InstrumentCommand {

    /** Where the profiles are: those that Vigil brings, and a folder of the user's own before them. */
    static final class Source {
        @Mixin
        private Target target;

        @Option(
                names = "--profiles",
                paramLabel = "DIR",
                description = "A folder of profiles of your own (default: that of the settings).")
        private Path folder;

        @Spec(Spec.Target.MIXEE)
        private CommandSpec spec;

        Profiles profiles() {
            try {
                return folder == null
                        ? Profiles.bundledAndAny(target.given().read(in -> in.get(Settings.PRODUCER_PROFILES)))
                        : Profiles.bundledAnd(folder);
            } catch (ProfileMistakes mistakes) {
                throw new ParameterException(
                        spec.commandLine(), "the profiles have mistakes:\n" + mistakes.getMessage());
            } catch (UncheckedIOException unreadable) {
                throw new ParameterException(spec.commandLine(), unreadable.getMessage() + ": it is no folder");
            }
        }

        Profile named(String name) {
            Profiles profiles = profiles();
            return profiles.named(name)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "there is no profile " + name + "; there are "
                                    + profiles.all().stream().map(Profile::name).collect(Collectors.joining(", "))));
        }
    }

    /** Lists what a profile expects. */
    @Command(
            name = "checks",
            mixinStandardHelpOptions = true,
            description = "List the quality checks of a profile, and what can be measured.")
    static final class Checks implements Callable<Integer> {
        @Mixin
        private Source source;

        @Parameters(paramLabel = "NAME", description = "The profile.", completionCandidates = ProfileNames.class)
        private String name;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Table checks = new Table("check", "card", "level", "about", "limits", "severity", "expected");
            source.named(name)
                    .checks()
                    .all()
                    .forEach(check -> checks.row(
                            check.name(),
                            check.card(),
                            check.levels().stream()
                                    .sorted()
                                    .map(CheckLevel::words)
                                    .collect(Collectors.joining(", ")),
                            check.subject().toString(),
                            check.limits().isNone() ? "-" : check.limits().toString(),
                            check.severity().word(),
                            check.says()));
            Table measurable = new Table("measured", "unit", "is");
            Stream.of(Measurable.values())
                    .forEach(each ->
                            measurable.row(each.key(), each.unit().isEmpty() ? "-" : each.unit(), each.meaning()));
            PrintWriter out = spec.commandLine().getOut();
            checks.lines().forEach(out::println);
            out.println();
            measurable.lines().forEach(out::println);
            return 0;
        }
    }

    /** Lists the profiles. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the instrument profiles.")
    static final class Listing implements Callable<Integer> {
        @Mixin
        private Source source;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Table table = new Table("profile", "units", "site", "recipe");
            for (Profile profile : source.profiles().all()) {
                table.row(
                        profile.name(),
                        profile.unitPatterns().isEmpty() ? "all others" : String.join(" ", profile.unitPatterns()),
                        profile.site().map(site -> site.name()).orElse("-"),
                        String.join(", ", profile.recipes()));
            }
            table.lines().forEach(spec.commandLine().getOut()::println);
            return 0;
        }
    }

    /** Prints a profile. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Print a profile with all that it extends, as YAML to begin a profile of your own with.")
    static final class Show implements Callable<Integer> {
        @Mixin
        private Source source;

        @Parameters(paramLabel = "NAME", completionCandidates = ProfileNames.class, description = "The profile's name.")
        private String name;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            out.print(source.named(name).yaml());
            out.flush();
            return 0;
        }
    }

    /** Tries a profile on real files. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Check a profile, and try it on real files without touching them.",
                "Exit status 0 if every file was understood and 90 %% of the folders are as the profile says."
            })
    static final class Check implements Callable<Integer> {
        @Mixin
        private Source source;

        @Parameters(
                index = "0",
                paramLabel = "NAME",
                completionCandidates = ProfileNames.class,
                description = "The profile.")
        private String name;

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "DIR",
                description = "A unit's folder, one of its nights, or one that holds the folders of units.")
        private Path folder;

        @Option(names = "--json", description = "Print what was found as JSON.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            PrintWriter out = spec.commandLine().getOut();
            Profile profile = source.named(name);
            if (folder == null) {
                out.println("The profile " + name + " is in order. Name a folder of files to try it on them.");
                return 0;
            }
            ProfileCheck check = new ProfileCheck(profile, folder);
            if (!check.isFolder()) {
                throw new ParameterException(spec.commandLine(), folder + " is no folder that can be read");
            }
            var findings = check.run(new Terminal(System.err));
            if (findings.files() == 0 && findings.unreadable().isEmpty()) {
                throw new IllegalStateException("there is no FITS file (.fits, .fit, .fts) below " + folder
                        + "; name the folder of a unit, with its nights in it");
            }
            if (!json) {
                check.units().forEach(unit -> out.println("Taken for the folder of a unit: " + unit));
            }
            (json ? CheckReport.json(findings) : CheckReport.lines(name, findings)).forEach(out::println);
            return findings.isGood() ? 0 : 1;
        }
    }
}
