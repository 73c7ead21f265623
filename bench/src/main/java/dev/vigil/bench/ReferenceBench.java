package dev.vigil.bench;

import dev.vigil.cli.command.Commands;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.references.CatalogueImport;
import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.ReferenceFile;
import dev.vigil.reduction.references.Wanted;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long a large catalogue takes to import, and a search in it. */
@Command(
        name = "references",
        mixinStandardHelpOptions = true,
        description =
                "Make a table of stars that nobody has seen, with Gaia's columns, import it, and search the catalogue.")
final class ReferenceBench implements Callable<Integer> {
    private static final double RADIUS = 0.5;
    private static final Epoch TONIGHT = new Epoch(2026.9);
    private static final int CONES = 1000;
    private static final double MIB = 1 << 20;

    @Option(
            names = "--stars",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int stars;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "On which disk; 200 bytes for each star (default: a temporary folder).")
    private Path data;

    private final Terminal terminal = new Terminal(System.out);

    public static void main(String[] args) {
        System.exit(Commands.line(new ReferenceBench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.thisOne();
        Path folder = data == null
                ? Files.createTempDirectory("vigil-references-")
                : Files.createTempDirectory(data, "stars-");
        try {
            machine.lines().forEach(terminal::line);
            Path table = folder.resolve("stars.csv");
            write(table);
            Path catalogue = folder.resolve("made.stars");
            measureImport(table, catalogue);
            search(ReferenceFile.open(catalogue));
        } finally {
            FileUtils.deleteQuietly(folder.toFile());
        }
        return 0;
    }

    /** As in the sky, ten times as many of them two and a half magnitudes below. */
    private void write(Path table) throws IOException {
        ProgressBar bar = new ProgressBar("making stars", stars, terminal, Clock.systemUTC());
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(table)) {
            out.write(
                    "ra,dec,ra_error,dec_error,parallax,pmra,pmdec,pmra_error,pmdec_error,ref_epoch,phot_g_mean_mag,bp_rp\n");
            for (int star = 0; star < stars; star++) {
                out.write(line(random));
                if (star % 100_000 == 0) {
                    bar.show(star);
                }
            }
        }
        bar.end();
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder(128);
        number(line, 360 * random.nextDouble(), 11);
        number(line, Math.toDegrees(Math.asin(2 * random.nextDouble() - 1)), 11);
        number(line, 0.3, 4);
        number(line, 0.3, 4);
        number(line, random.nextDouble(), 4);
        number(line, 8 * random.nextGaussian(), 3);
        number(line, 8 * random.nextGaussian(), 3);
        number(line, 0.4, 4);
        number(line, 0.4, 4);
        line.append("2016.0,");
        number(line, Math.max(2, 18 + 2.5 * Math.log10(1e-9 + random.nextDouble())), 6);
        number(line, random.nextDouble(), 4);
        return line.deleteCharAt(line.length() - 1).append('\n').toString();
    }

    /** Much faster than a format. */
    private static void number(StringBuilder line, double value, int digits) {
        long scale = Math.round(Math.pow(10, digits));
        long scaled = Math.round(Math.abs(value) * scale);
        String fraction = Long.toString(scale + scaled % scale).substring(1);
        line.append(value < 0 ? "-" : "")
                .append(scaled / scale)
                .append('.')
                .append(fraction)
                .append(',');
    }

    private void measureImport(Path table, Path catalogue) throws IOException {
        double cpu = OwnCpu.seconds();
        long start = System.nanoTime();
        CatalogueImport.run(List.of(table), catalogue, Wanted.all("made"), bytes -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        say(
                "import of %,d stars from %.2f GB of text: %.1f s, %.1f s of CPU; most memory of the process %.0f MiB",
                stars,
                Files.size(table) / 1e9,
                seconds,
                OwnCpu.seconds() - cpu,
                Proc.of(ProcessHandle.current().pid()).mostResident() / MIB);
        say(
                "the catalogue: %.1f MB, %.2f bytes for each star",
                Files.size(catalogue) / 1e6, Files.size(catalogue) / (double) stars);
    }

    private void search(ReferenceFile catalogue) {
        say("HEALPix order %d", catalogue.order());
        search("all stars within half a degree", catalogue, Integer.MAX_VALUE);
        search("the 100 brightest within half a degree", catalogue, 100);
    }

    /** In new places each time: what was read before is in the page cache, but not what is asked for. */
    private void search(String what, ReferenceFile catalogue, int atMost) {
        Random random = new Random(2);
        List<Double> milliseconds = new ArrayList<>();
        long found = 0;
        for (int cone = 0; cone < 2 * CONES; cone++) {
            SkyPosition place =
                    new SkyPosition(360 * random.nextDouble(), Math.toDegrees(Math.asin(2 * random.nextDouble() - 1)));
            long start = System.nanoTime();
            int here = catalogue.around(place, RADIUS, TONIGHT, atMost).size();
            if (cone >= CONES) {
                milliseconds.add((System.nanoTime() - start) / 1e6);
                found += here;
            }
        }
        Quantiles times = Quantiles.of(milliseconds);
        say(
                "%s: %.2f ms (half of them), %.2f ms (99 of 100), %d stars in the mean",
                what, times.p50(), times.p99(), found / CONES);
    }

    private void say(String form, Object... values) {
        terminal.line(String.format(Locale.ROOT, form, values));
    }
}
