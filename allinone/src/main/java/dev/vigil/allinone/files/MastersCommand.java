package dev.vigil.allinone.files;

import dev.vigil.archive.ArchiveException;
import dev.vigil.cli.products.MasterListCommand;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.reduction.products.ProductForm;
import dev.vigil.reduction.steps.SolveAstrometry;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.CheckOutcome;
import dev.vigil.schemas.events.CheckResult;
import dev.vigil.schemas.events.ChosenMaster;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterFailed;
import dev.vigil.schemas.events.MasterKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigil masters}: masters of files on this machine, without a broker, and those that a deployment has. */
@Command(
        name = "masters",
        mixinStandardHelpOptions = true,
        description = "Make masters of calibration frames that lie on this machine, or list those of a deployment.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {MastersCommand.Combine.class, FringeCommand.class, MasterListCommand.class})
public final class MastersCommand {

    /** Makes one master. */
    @Command(
            name = "combine",
            mixinStandardHelpOptions = true,
            description = {
                "Combine bias, dark or flat frames into a master, as a calibrator does, byte for byte.",
                "Frames must agree in camera, window, binning, gain, temperature, night, and darks in exposure time, flats"
                        + " in filter. A dark may need a bias, a flat a bias and a dark: name the folder with --masters.",
                "Exit status 0 if the master was made, 1 if not (the reason is printed), 2 for a wrong command."
            })
    static final class Combine implements Callable<Integer> {
        @Parameters(arity = "1..*", paramLabel = "FILE", description = "Calibration frames of one set.")
        private List<Path> files;

        @Option(
                names = "--type",
                required = true,
                paramLabel = "TYPE",
                description = "What they are: ${COMPLETION-CANDIDATES}.",
                completionCandidates = Types.class)
        private MasterKind type;

        @Option(
                names = "--masters",
                paramLabel = "DIR",
                description = "A folder of masters that these frames need themselves.")
        private Path masters;

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the master goes.")
        private Path out;

        @Mixin
        private CameraOptions camera;

        private final Terminal terminal = new Terminal(System.out);

        /** Completes the types. */
        static final class Types extends ArrayList<String> {
            private static final long serialVersionUID = 1L;

            Types() {
                super(List.of("bias", "dark", "flat"));
            }
        }

        @Override
        public Integer call() throws Exception {
            Config config = Config.fromEnvironment();
            Clock clock = Clock.systemUTC();
            try (Workplace place = Workplace.open(
                    camera.finder(config), out, ProductForm.PLAIN, SolveAstrometry.WITHOUT_REFERENCES, clock)) {
                Combining combining = Combining.of(type, read(place, clock));
                MasterFolder folder = place.masters(Optional.ofNullable(masters));
                folder.remarks().forEach(terminal::line);
                List<ChosenMaster> chosen =
                        new MasterSearch(folder).mastersFor("a master " + word() + " of these", combining.wanted());
                MasterBuilt built =
                        built(place, combining, chosen, config.read(in -> in.get(Settings.SCHEDULER_MINIMUM_INPUTS)));
                say(place, built);
                return 0;
            } catch (UnusableException e) {
                terminal.line("failed: " + e.getMessage());
                return 1;
            }
        }

        private String word() {
            return type.name().toLowerCase(Locale.ROOT);
        }

        private List<GivenFrame> read(Workplace place, Clock clock) throws IOException, UnusableException {
            ProgressBar bar = new ProgressBar("reading", files.size(), terminal, clock);
            List<GivenFrame> frames = new ArrayList<>();
            for (Path file : files) {
                bar.show(frames.size());
                frames.add(place.frame(file));
            }
            bar.end();
            return frames;
        }

        private MasterBuilt built(Workplace place, Combining combining, List<ChosenMaster> chosen, int minimum)
                throws IOException, UnusableException {
            terminal.line("combining " + combining.frames().size() + " " + word() + " frames");
            Object answer = place.answer(combining.set().unit(), newest(place, combining, chosen, minimum));
            if (answer instanceof MasterFailed failed) {
                throw new UnusableException(failed.reason() + "; " + failed.remedy());
            }
            return (MasterBuilt) answer;
        }

        /** What was made of the same frames is found again; of others it is the next version. */
        private BuildMaster newest(Workplace place, Combining combining, List<ChosenMaster> chosen, int minimum)
                throws ArchiveException {
            for (int version = 1; ; version++) {
                BuildMaster work = combining.work(version, chosen, minimum);
                if (!Files.exists(folder(work)) || place.handler().isMade(work)) {
                    return work;
                }
            }
        }

        private Path folder(BuildMaster work) {
            return out.resolve("masters")
                    .resolve(work.unit())
                    .resolve(word())
                    .resolve(work.set())
                    .resolve("v" + work.version());
        }

        private void say(Workplace place, MasterBuilt built) {
            built.flags().forEach(terminal::line);
            terminal.line(built.master() + ": of "
                    + built.inputs().stream().filter(input -> input.used()).count()
                    + " frames, level " + number(built, "level") + ", scatter " + number(built, "scatter"));
            built.checks().stream()
                    .filter(check ->
                            check.outcome() == CheckOutcome.FAILED || check.outcome() == CheckOutcome.FAILED_TO_RUN)
                    .forEach(check -> terminal.line("  " + wrong(check)));
            terminal.line("  " + place.product(built.products().get(0).file()));
        }

        private static String wrong(CheckResult check) {
            String value = check.value().map(number -> ": " + number).orElse("");
            return "check " + check.name() + " failed" + value + ". Expected: " + check.says() + " " + check.why();
        }

        private static String number(MasterBuilt built, String name) {
            return Optional.ofNullable(built.quality().get(name))
                    .map(value -> String.format(Locale.ROOT, "%.4g", value))
                    .orElse("unknown");
        }
    }
}
