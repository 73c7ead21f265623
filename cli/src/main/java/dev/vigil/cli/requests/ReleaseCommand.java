package dev.vigil.cli.requests;

import dev.vigil.audit.AuditSettings;
import dev.vigil.audit.Candidate;
import dev.vigil.audit.Nights;
import dev.vigil.audit.Releases;
import dev.vigil.cli.command.Target;
import dev.vigil.cli.nights.Inventory;
import dev.vigil.cli.nights.NightSelection;
import dev.vigil.cli.terminal.Bytes;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.cli.topics.Requests;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.PerUnit;
import dev.vigil.common.settings.Settings;
import dev.vigil.schemas.events.FileToRelease;
import dev.vigil.schemas.events.NightCount;
import dev.vigil.schemas.events.ReleaseFiles;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigil release}: deletes from the telescope's disk what the archive has. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = {
            "Delete from the telescope's disk the files that the archive has.",
            "Reads the archive's copy of each again, and asks the producer, who deletes a file only if its settings permit it "
                    + "(producer.release-after), and if the file is to the last byte the one that was announced and archived."
        })
public final class ReleaseCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Option(names = "--unit", paramLabel = "UNIT", description = "Only this unit's files (default: all units').")
    private String unit;

    @Option(names = "--until", paramLabel = "DATE", description = "The last night: 2026-01-31 (default: all nights).")
    private LocalDate until;

    @Option(names = "--dry-run", description = "Look at everything, say what would be deleted, and delete nothing.")
    private boolean dryRun;

    @Option(names = "--wait", hidden = true, description = "How long to wait for each answer, at most.")
    private Duration patience = PATIENCE;

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            converter = Reason.class,
            description = "The reason; it is kept with the request (default: release).")
    private String why = "release";

    @Override
    public Integer call() throws Exception {
        Optional<String> key = Optional.ofNullable(unit).map(name -> new Inventory(target.kafka()).unit(name));
        Config config = target.config();
        PrintWriter out = spec.commandLine().getOut();
        Releases releases = new Releases(AuditSettings.from(config), nights(key), Clock.systemUTC());
        List<Candidate> candidates = releases.candidates(age(config)::of);
        if (candidates.isEmpty()) {
            out.println(
                    "no file of these nights is in the archive as the telescope wrote it, old enough, and not released");
            return 0;
        }
        Releases.Checked checked = releases.check(candidates, reading(candidates));
        checked.bad()
                .forEach(wrong ->
                        out.println("kept at the telescope: " + wrong + "; to do: vigil verify --deep --repair"));
        boolean isDone = ask(config, checked, out);
        return isDone && checked.bad().isEmpty() ? 0 : 1;
    }

    private Nights nights(Optional<String> key) {
        NightSelection selection = new NightSelection(until == null ? List.of() : List.of("0000-01-01.." + until));
        return (name, night) -> key.map(name::equals).orElse(true) && selection.includes(name, night);
    }

    /** Where this machine is told it too, nothing is read for nothing. */
    private static PerUnit<Duration> age(Config config) {
        return config.read(in -> PerUnit.ofMoved(in, Settings.PRODUCER_RELEASE_AFTER));
    }

    private static LongConsumer reading(List<Candidate> candidates) {
        ProgressBar bar = bar("read again in the archive", candidates.size());
        AtomicLong files = new AtomicLong();
        return bytes -> bar.show(files.incrementAndGet());
    }

    private static ProgressBar bar(String what, long of) {
        return new ProgressBar(what, of, new Terminal(System.err), Clock.systemUTC());
    }

    private boolean ask(Config config, Releases.Checked checked, PrintWriter out) throws Exception {
        List<FileToRelease> files = checked.good();
        int kept = checked.bad().size();
        int all = files.size() + kept;
        ProgressBar bar = bar(dryRun ? "looked at" : "asked for", all);
        boolean good = true;
        long done = kept;
        Count count = new Count();
        for (Request request : requests(files)) {
            Requests requests = new Requests(config, out, spec.commandLine().getErr());
            Optional<RequestAnswered> answer = requests.answerTo(request, patience);
            if (answer.isEmpty()) {
                requests.saySilence(request, patience, "kept for a day");
                return false;
            }
            good &= answer.get().accepted();
            count.take(answer.get(), out);
            done += ((ReleaseFiles) request.wish()).files().size();
            bar.show(done);
        }
        out.println((dryRun ? "would release " : "released ") + count + " of " + all);
        return good;
    }

    private List<Request> requests(List<FileToRelease> files) {
        List<Request> requests = new ArrayList<>();
        Releases.wishes(files, dryRun)
                .forEach((name, wishes) -> wishes.forEach(wish -> requests.add(Requests.of(name, why, wish))));
        return requests;
    }

    /** What has gone, or would. */
    private static final class Count {
        private long files;
        private long bytes;

        void take(RequestAnswered answer, PrintWriter out) {
            files += answer.nights().stream().mapToLong(NightCount::files).sum();
            bytes += answer.nights().stream().mapToLong(NightCount::bytes).sum();
            if (!answer.accepted()) {
                out.println(answer.unit() + ": " + answer.answer());
            }
        }

        @Override
        public String toString() {
            return files + (files == 1 ? " file, " : " files, ") + Bytes.words(bytes);
        }
    }
}
