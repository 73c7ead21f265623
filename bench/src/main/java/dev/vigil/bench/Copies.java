package dev.vigil.bench;

import dev.vigil.cli.command.Commands;
import dev.vigil.cli.terminal.Table;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.TopicKeeper;
import dev.vigil.common.run.CompilerAdvice;
import dev.vigil.embedded.EmbeddedBroker;
import dev.vigil.embedded.FreePorts;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The transfer beside {@code cp} and {@code rsync}, on one disk and in one run. */
@Command(
        name = "copies",
        mixinStandardHelpOptions = true,
        description =
                "Measure how fast files come into the archive, beside cp with sync and sha256sum, and beside rsync with fsync; and how much memory that takes.")
public final class Copies implements Callable<Integer> {
    private static final double MIB = 1 << 20;
    /** 9576 by 6388 pixels of 16 bits. */
    private static final int LARGE = 9576 * 6388 * 2;

    private static final int SMALL = 2_000_000;
    /** A transfer runs for months: the first thousands of files after its start, while it is compiled, do not count. */
    private static final int WARMING_ROUNDS = 3;

    private static final int ROUNDS = 5;

    private static final int TIMES = 7;
    private static final long HUGE = 2L << 30;
    private static final String HEAP = "96m";

    @Option(
            names = "--files",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Files of 2 MB that are fetched over loopback (default: ${DEFAULT-VALUE}).")
    private int files;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "On which disk (default: that of the system's temporary folder).")
    private Path data;

    @Option(names = "--check", description = "End with status 1 if an aim is missed.")
    private boolean check;

    private final Terminal terminal = new Terminal(System.out);

    public static void main(String[] args) {
        System.exit(Commands.line(new Copies()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        // The broker runs here, as in the all-in-one.
        CompilerAdvice.give();
        Machine machine = Machine.thisOne();
        Path folder =
                data == null ? Files.createTempDirectory("vigil-copies-") : Files.createTempDirectory(data, "copies-");
        try {
            List<Figure> figures = measure(folder);
            say(machine, figures);
            return check && figures.stream().anyMatch(Figure::isMissed) ? 1 : 0;
        } finally {
            FileUtils.deleteQuietly(folder.toFile());
        }
    }

    private List<Figure> measure(Path folder) throws Exception {
        Path incoming = Files.createDirectories(folder.resolve("incoming"));
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0, Map.of())) {
            KafkaSettings kafka = new KafkaSettings(broker.bootstrapServers(), Map.of(), 4, 1);
            TopicKeeper.ensure(kafka);
            int port = FreePorts.next();
            try (ServiceProcess producer = producer(broker, incoming, port, folder);
                    ServiceProcess transfer = transfer(broker, folder);
                    TransferBench bench = new TransferBench(kafka)) {
                Path unit = Files.createDirectories(incoming.resolve(TransferBench.UNIT));
                Function<String, URI> served =
                        name -> URI.create("http://127.0.0.1:" + port + "/files/" + TransferBench.UNIT + "/" + name);
                List<Figure> figures = new ArrayList<>();
                figures.add(small(bench, unit, served, folder));
                figures.add(large(bench, folder));
                figures.add(memory(bench, served, unit, transfer));
                return figures;
            }
        }
    }

    /** It serves files; the folder is listed once, when it is empty, so that nothing else goes on. */
    private static ServiceProcess producer(EmbeddedBroker broker, Path incoming, int port, Path folder)
            throws Exception {
        return ServiceProcess.start(
                "dev.vigil.producer.ProducerMain",
                "128m",
                Map.of(
                        "VIGIL_KAFKA_BOOTSTRAP_SERVERS",
                        broker.bootstrapServers(),
                        "VIGIL_PRODUCER_INCOMING",
                        incoming.toString(),
                        "VIGIL_PRODUCER_HOST",
                        "127.0.0.1",
                        "VIGIL_PRODUCER_PORT",
                        Integer.toString(port),
                        "VIGIL_PRODUCER_NOTICES",
                        "false",
                        "VIGIL_PRODUCER_RESCAN",
                        "1 h"),
                folder);
    }

    private static ServiceProcess transfer(EmbeddedBroker broker, Path folder) throws Exception {
        return ServiceProcess.start(
                "dev.vigil.transfer.TransferMain",
                HEAP,
                new HashMap<>(Map.of(
                        "VIGIL_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                        "VIGIL_ARCHIVE_FOLDER", folder.resolve("archive").toString(),
                        "VIGIL_WORKING_FOLDER", folder.resolve("working").toString())),
                folder);
    }

    private Figure small(TransferBench bench, Path unit, Function<String, URI> served, Path folder) throws Exception {
        Random random = new Random(1);
        List<TransferBench.Item> items = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            items.add(noise(unit.resolve("small" + i + ".fits"), SMALL, random));
        }
        terminal.line("made " + files + " files of 2 MB");
        for (int round = 0; round < WARMING_ROUNDS; round++) {
            terminal.line(String.format(Locale.ROOT, "to warm up: %.2f s", oneRound(bench, served, items, folder)));
        }
        try (Rsync rsync = rsync(unit, folder)) {
            return rounds(bench, served, items, rsync, folder);
        }
    }

    private Figure rounds(
            TransferBench bench, Function<String, URI> served, List<TransferBench.Item> items, Rsync rsync, Path folder)
            throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(oneRound(bench, served, items, folder));
            Path to = Files.createDirectories(folder.resolve("rsynced"));
            theirs.add(rsync.fetch(to));
            FileUtils.deleteQuietly(to.toFile());
            terminal.line(String.format(
                    Locale.ROOT, "round %d: %.2f s, rsync %.2f s", round + 1, ours.get(round), theirs.get(round)));
        }
        return Figure.of(files + " files of 2 MB over loopback", "s", median(theirs), median(ours))
                .below(median(theirs));
    }

    /** What is archived is not fetched again, so each round begins with an empty archive. */
    private static double oneRound(
            TransferBench bench, Function<String, URI> served, List<TransferBench.Item> items, Path folder)
            throws Exception {
        double seconds = bench.seconds(items, served);
        FileUtils.deleteDirectory(folder.resolve("archive").resolve("raw").toFile());
        return seconds;
    }

    private static Rsync rsync(Path unit, Path folder) throws IOException, InterruptedException {
        if (!Rsync.isInstalled()) {
            throw new IOException("rsync is not installed, so there is nothing to compare with");
        }
        return Rsync.serving(unit, folder);
    }

    private static Figure large(TransferBench bench, Path folder) throws Exception {
        Path from = folder.resolve("large.fits");
        TransferBench.Item item = noise(from, LARGE, new Random(2));
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            ours.add(bench.seconds(List.of(item), name -> from.toUri()));
            Path to = folder.resolve("copy" + i + ".fits");
            theirs.add(Shell.seconds(
                    "sh", "-c", "cp '" + from + "' '" + to + "' && sync -f '" + to + "' && sha256sum '" + to + "'"));
        }
        double peer = median(theirs);
        return Figure.of("one frame of 61 megapixels, same disk", "s", peer, median(ours))
                .below(1.3 * peer);
    }

    /** Random bytes would take long to make; a hole of zeros is read and copied all the same. */
    private static Figure memory(TransferBench bench, Function<String, URI> served, Path unit, ServiceProcess transfer)
            throws Exception {
        Path huge = unit.resolve("huge.fits");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(HUGE);
        }
        bench.seconds(List.of(new TransferBench.Item("huge.fits", HUGE, digest(huge))), served);
        return Figure.alone("most memory of the transfer, after a file of 2 GiB", "MiB", transfer.mostResident() / MIB)
                .below(256);
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static TransferBench.Item noise(Path file, int size, Random random) throws IOException {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        Files.write(file, bytes);
        return new TransferBench.Item(
                file.getFileName().toString(), size, HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] block = new byte[1 << 20];
        try (var in = Files.newInputStream(file)) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void say(Machine machine, List<Figure> figures) {
        Table table = new Table("figure", "peer", "transfer", "unit", "aim", "");
        figures.forEach(figure -> table.row(figure.cells()));
        machine.lines().forEach(terminal::line);
        terminal.line(
                "peers: rsync --whole-file --fsync from its own server; cp, sync -f, sha256sum. The transfer with -Xmx"
                        + HEAP + ", from the task on its topic to the answer");
        terminal.line("");
        table.lines().forEach(terminal::line);
    }
}
