package dev.vigil.bench;

import dev.vigil.cli.command.Commands;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Parts of Vigil beside the programs and the library that do the same, in turns, on the same files. */
@Command(
        name = "peers",
        mixinStandardHelpOptions = true,
        description =
                "Measure the CPU of parts of Vigil beside fpack, funpack, nom-tam-fits and sha256sum. Takes a minute and"
                        + " half a gigabyte of disk, and wants the machine for itself.")
public final class Peers implements Callable<Integer> {
    private static final List<String> PEERS = List.of("fpack", "funpack");

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            defaultValue = "4096",
            description = "Width and height of the frame (default: ${DEFAULT-VALUE}).")
    private int size;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The frame's noise and stars follow from it (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "9",
            description = "How often each is measured; the median counts (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--check", description = "End with status 1 if an aim is missed.")
    private boolean check;

    private final Terminal terminal = new Terminal(System.out);

    public static void main(String[] args) {
        System.exit(Commands.line(new Peers()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (rounds < 1 || size < 64) {
            throw new IllegalArgumentException("there is at least 1 round, of a frame of at least 64 pixels");
        }
        Machine machine = Machine.thisOne();
        Path folder = Files.createTempDirectory("vigil-peers-");
        try {
            PeersReport report = measure(machine, folder);
            report.lines().forEach(terminal::line);
            return check && report.isMissed() ? 1 : 0;
        } finally {
            FileUtils.deleteQuietly(folder.toFile());
        }
    }

    private PeersReport measure(Machine machine, Path folder) throws Exception {
        PEERS.stream()
                .filter(peer -> Contestant.program(peer).isEmpty())
                .forEach(peer ->
                        terminal.line(peer + " is not installed, and left out (Debian package libcfitsio-bin)"));
        terminal.line("drawing a frame of %d x %d".formatted(size, size));
        Path frame = new SkyFrame(size, seed).write(folder.resolve("frame.fits"));
        List<Race> races = new ArrayList<>(CodecRaces.over(frame));
        races.addAll(ProductRaces.over(frame));
        races.add(DigestRace.over(frame));
        ProgressBar bar = new ProgressBar("measuring", rounds, terminal, Clock.systemUTC());
        for (int round = 0; round < rounds; round++) {
            bar.show(round);
            for (Race race : races) {
                race.run();
            }
        }
        bar.end();
        return new PeersReport(
                machine, size, rounds, races.stream().map(Race::result).toList());
    }
}
