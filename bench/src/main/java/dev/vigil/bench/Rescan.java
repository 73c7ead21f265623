package dev.vigil.bench;

import dev.vigil.cli.command.Commands;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Table;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.TopicKeeper;
import dev.vigil.embedded.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long a producer needs to start, to see and to see again a tree of many nights, beside what {@code find} needs. */
@Command(
        name = "rescan",
        mixinStandardHelpOptions = true,
        description =
                "Measure how the producer lists a tree of many past nights that it has announced before, beside find: seconds and memory.")
public final class Rescan implements Callable<Integer> {
    private static final double MIB = 1 << 20;
    private static final double HEAP_MIB = 512;
    private static final String HEAP = "512m";
    private static final int PASSES = 3;

    @Option(
            names = "--nights",
            paramLabel = "N",
            defaultValue = "400",
            description = "Nights in the tree (default: ${DEFAULT-VALUE}).")
    private int nights;

    @Option(
            names = "--files",
            paramLabel = "N",
            defaultValue = "2500",
            description = "Files of a night, up to 60000 (default: ${DEFAULT-VALUE}).")
    private int files;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where a temporary folder with the tree is made (default: the system's folder for those).")
    private Path data;

    @Option(names = "--check", description = "End with status 1 if an aim is missed.")
    private boolean check;

    private final Terminal terminal = new Terminal(System.out);

    public static void main(String[] args) {
        System.exit(Commands.line(new Rescan()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.thisOne();
        Path folder =
                data == null ? Files.createTempDirectory("vigil-scan-") : Files.createTempDirectory(data, "scan-");
        try {
            NightTree tree = new NightTree(Files.createDirectories(folder.resolve("incoming")), nights, files);
            List<Figure> figures = measure(tree, folder);
            say(machine, tree, figures);
            return check && figures.stream().anyMatch(Figure::isMissed) ? 1 : 0;
        } finally {
            FileUtils.deleteQuietly(folder.toFile());
        }
    }

    private List<Figure> measure(NightTree tree, Path folder) throws Exception {
        ProgressBar made = new ProgressBar("files", tree.files(), terminal, Clock.systemUTC());
        tree.make(made::show);
        made.end();
        List<Figure> figures = new ArrayList<>();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0, Map.of())) {
            announce(tree, broker.bootstrapServers());
            try (ScanningProducer producer =
                    ScanningProducer.start(tree.incoming(), broker.bootstrapServers(), HEAP, folder)) {
                figures.addAll(watch(producer, tree));
            }
        }
        GcLog heap = ScanningProducer.heap(folder);
        figures.add(Figure.alone("most heap in use", "MiB", heap.peak() / MIB).below(HEAP_MIB));
        return figures;
    }

    private void announce(NightTree tree, String broker) throws Exception {
        KafkaSettings kafka = new KafkaSettings(broker, Map.of(), 4, 1);
        TopicKeeper.ensure(kafka);
        ProgressBar told = new ProgressBar("announcements", tree.files(), terminal, Clock.systemUTC());
        new ToldBefore().tell(tree, kafka, told::show);
        told.end();
    }

    private List<Figure> watch(ScanningProducer producer, NightTree tree) throws Exception {
        long start = System.nanoTime();
        producer.awaitReady();
        double ready = secondsSince(start);
        producer.awaitLooks(tree.files());
        double first = secondsSince(start) - ready;
        double looks = producer.looks();
        double seconds = producer.listingSeconds();
        producer.awaitLooks(looks + PASSES * tree.files());
        double again = (producer.listingSeconds() - seconds) / (producer.looks() - looks) * tree.files();
        double find = find(tree.incoming());
        return List.of(
                Figure.alone("start, with reading what was announced", "s", ready),
                Figure.of("first listing", "s", find, first),
                Figure.of("listing again", "s", find, again),
                Figure.alone("files read", "", producer.reads()).below(1),
                Figure.alone("most resident", "MiB", producer.mostResident() / MIB));
    }

    /** What the system's own program needs to look at every file; the cache is as warm as for the producer. */
    private static double find(Path incoming) throws IOException, InterruptedException {
        long start = System.nanoTime();
        new ProcessBuilder("find", incoming.toString(), "-type", "f", "-printf", "%p %s %T@\\n")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        return secondsSince(start);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void say(Machine machine, NightTree tree, List<Figure> figures) {
        Table table = new Table("figure", "find", "producer", "unit", "aim", "");
        figures.forEach(figure -> table.row(figure.cells()));
        machine.lines().forEach(terminal::line);
        terminal.line("%d nights of %d files, announced before; the producer with -Xmx%s"
                .formatted(tree.nights(), tree.filesPerNight(), HEAP));
        terminal.line("");
        table.lines().forEach(terminal::line);
    }
}
