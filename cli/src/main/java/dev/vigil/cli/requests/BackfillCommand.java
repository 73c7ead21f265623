package dev.vigil.cli.requests;

import dev.vigil.cli.command.Target;
import dev.vigil.cli.command.WrongCallException;
import dev.vigil.cli.nights.Inventory;
import dev.vigil.cli.terminal.Bytes;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Table;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.cli.topics.Requests;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.schemas.events.BackfillNights;
import dev.vigil.schemas.events.NightCount;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigil backfill}: takes past nights that the producer would otherwise leave alone. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Take the files of past nights that lie before the setting producer.since.",
            "They go by the backfill lane, so tonight's frames are not kept waiting. Ctrl-C ends only the looking on."
        })
public final class BackfillCommand implements Callable<Integer> {
    /** A tree of many nights behind a slow line takes its time to be counted. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    /** Within so long a producer that runs says that it does, however seldom it is told to. */
    private static final Duration A_WORD = Duration.ofMinutes(1);

    private static final int MISSED_WORDS = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Option(names = "--unit", paramLabel = "UNIT", required = true, description = "The unit whose past is meant.")
    private String unit;

    @Option(names = "--since", paramLabel = "DATE", required = true, description = "The first night: 2026-01-31.")
    private LocalDate since;

    @Option(names = "--until", paramLabel = "DATE", description = "The last night (default: today).")
    private LocalDate until;

    @Option(names = "--dry-run", description = "Count what would be taken, night by night, and change nothing.")
    private boolean dryRun;

    @Option(names = "--no-wait", description = "Ask for it, and do not look on until all of it is archived.")
    private boolean doesNotWait;

    @Option(names = "--wait", hidden = true, description = "How long to wait for the count, at most.")
    private Duration patience = PATIENCE;

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            converter = Reason.class,
            description = "The reason; it is kept with the request (default: backfill).")
    private String why = "backfill";

    @Override
    public Integer call() throws Exception {
        LocalDate last = until == null ? LocalDate.now(Clock.systemUTC()) : until;
        if (last.isBefore(since)) {
            throw new WrongCallException(
                    until == null
                            ? "--since " + since + " lies in the future; give the first of the past nights to take"
                            : "--until " + last + " is before --since " + since + "; give the first night first");
        }
        Config config = target.config();
        PrintWriter out = spec.commandLine().getOut();
        String key = new Inventory(target.kafka()).unit(unit);
        try (ProducerVoice producer = ProducerVoice.of(config, key, shorter(patience, aWord(config)))) {
            // A request to take files is kept for a producer that does not run; whoever only wants a count is not kept
            // waiting.
            Optional<String> obstacle = dryRun ? producer.obstacle() : Optional.empty();
            if (obstacle.isPresent()) {
                spec.commandLine().getErr().println(key + ": nothing can be counted: " + obstacle.get());
                return 1;
            }
            return asked(config, key, last, producer);
        }
    }

    private int asked(Config config, String key, LocalDate last, ProducerVoice producer) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (BackfillWatch watch = BackfillWatch.open(config, key, since, last)) {
            out.println("counting what was never taken of " + key + " …");
            out.flush();
            Request request = Requests.of(key, why, new BackfillNights(since, last, dryRun));
            Requests requests = new Requests(config, out, spec.commandLine().getErr());
            Optional<RequestAnswered> answer = requests.answerTo(request, patience, producer::silence);
            if (answer.isEmpty()) {
                requests.saySilence(request, waited(producer), "kept");
                return 1;
            }
            return answered(answer.get(), watch);
        }
    }

    private String waited(ProducerVoice producer) {
        return "no answer: "
                + producer.silence().orElse("counting has taken more than " + patience.toMinutes() + " minutes")
                + ".";
    }

    /** Where this machine is told how often a producer speaks, it is given the time to do so several times. */
    private static Duration aWord(Config config) {
        Duration several = config.read(in -> in.get(Settings.PRODUCER_ALIVE)).multipliedBy(MISSED_WORDS);
        return several.compareTo(A_WORD) > 0 ? several : A_WORD;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private int answered(RequestAnswered answer, BackfillWatch watch) {
        PrintWriter out = spec.commandLine().getOut();
        if (!answer.nights().isEmpty()) {
            table(answer).lines().forEach(out::println);
        }
        out.println(answer.unit() + ": " + answer.answer());
        out.flush();
        long files = answer.nights().stream().mapToLong(NightCount::files).sum();
        if (!answer.accepted()) {
            return 1;
        }
        return dryRun || doesNotWait || files == 0 ? 0 : lookOn(watch, files);
    }

    private static Table table(RequestAnswered answer) {
        Table table = new Table("night", "files", "size");
        answer.nights().forEach(night -> table.row(night.night(), night.files(), Bytes.words(night.bytes())));
        table.row(
                "all",
                answer.nights().stream().mapToLong(NightCount::files).sum(),
                Bytes.words(
                        answer.nights().stream().mapToLong(NightCount::bytes).sum()));
        return table;
    }

    private int lookOn(BackfillWatch watch, long files) {
        ProgressBar bar = new ProgressBar("transferred", files, new Terminal(System.out), Clock.systemUTC());
        while (watch.ended() < files && !Thread.currentThread().isInterrupted()) {
            watch.lookOn();
            bar.show(Math.min(files, watch.ended()));
        }
        bar.end();
        PrintWriter out = spec.commandLine().getOut();
        long failed = watch.failed();
        out.println(
                failed == 0
                        ? "all are transferred"
                        : (files - failed) + " are transferred, " + failed
                                + " are not: vigil frames --standing failed");
        return failed == 0 ? 0 : 1;
    }
}
