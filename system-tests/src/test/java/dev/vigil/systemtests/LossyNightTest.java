package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.allinone.AllInOne;
import dev.vigil.allinone.AllInOneSettings;
import dev.vigil.cli.VigilCommand;
import dev.vigil.cli.command.Commands;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.imaging.Digests;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.ImageReader;
import dev.vigil.imaging.Loss;
import dev.vigil.simulator.NightPlan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Of one telescope science frames are kept with loss; the same files of another are kept exactly. */
class LossyNightTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String LOSSY = "FAR01";
    private static final String EXACT = "NEAR1";
    private static final int STEPS = 2;

    @TempDir
    Path data;

    @Test
    void whatIsKeptWithLossSaysSoAndIsReducedToTheSameWithinItsSteps() throws Exception {
        Config given = Config.of(Map.of(
                "scheduler.set-quiet",
                "2 s",
                "portal.port",
                "0",
                "producer.offer",
                "http",
                "producer.units." + LOSSY + ".packaging",
                "lossy",
                "producer.units." + LOSSY + ".loss",
                Integer.toString(STEPS),
                "producer.units." + LOSSY + ".originals",
                "kept"));
        NightPlan plan = NightPlan.of(Deployed.NIGHT).withFrames(4, 4, 4, 4).withSize(256);
        try (StopSignal stop = new StopSignal();
                AllInOne vigil = AllInOne.start(new AllInOneSettings(data, given, true), stop)) {
            Deployed.simulate(plan.withUnit(LOSSY), vigil.incoming());
            FileUtils.copyDirectory(
                    vigil.incoming().resolve(LOSSY).toFile(),
                    vigil.incoming().resolve(EXACT).toFile());
            for (String unit : List.of(LOSSY, EXACT)) {
                Deployed.until(vigil.config(), unit, PATIENCE, night -> night.count("recorded") == plan.frames());
            }
            Path archive = vigil.config().read(in -> in.get(Settings.ARCHIVE_FOLDER));
            assertOnlyScienceFramesLostSomething(archive, vigil.incoming());
            assertVerified();
            assertReducedAlike(archive);
            assertThat(vigil("release", "--unit", LOSSY, "--until", "2099-01-01", "--dry-run"))
                    .doesNotContain("_science_");
            assertDamageIsFoundAndFetchedAgain(archive);
            Invariants.assertHold(vigil.config());
        }
    }

    private static void assertOnlyScienceFramesLostSomething(Path archive, Path incoming) throws Exception {
        List<Path> raw = files(archive.resolve("raw").resolve(LOSSY));
        List<Path> lossy =
                raw.stream().filter(file -> file.toString().contains("~lossy")).toList();
        assertThat(raw).hasSize(16);
        assertThat(lossy)
                .hasSize(4)
                .allSatisfy(file ->
                        assertThat(file.toString()).contains("_science_").endsWith("~lossy.fits.fz"));
        for (Path file : lossy) {
            String name = file.getFileName().toString().replace("~lossy.fits.fz", ".fits");
            Path original = files(incoming.resolve(LOSSY)).stream()
                    .filter(each -> each.endsWith(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(Loss.of(FitsFile.read(file))).contains(new Loss(STEPS, Digests.sha256(original)));
            assertThat(Files.size(file)).isLessThan(Files.size(original) / 2);
        }
        assertThat(files(archive.resolve("raw").resolve(EXACT)))
                .noneMatch(file -> file.toString().contains("~lossy"));
    }

    private void assertVerified() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(vigil("verify", "--deep")).contains("32 frames", "no difference"));
    }

    /** Rounding to two steps of a sigma adds two per cent to the noise, and moves nothing. */
    private static void assertReducedAlike(Path archive) throws Exception {
        List<Path> lossy = reduced(archive, LOSSY);
        List<Path> exact = reduced(archive, EXACT);
        assertThat(lossy).hasSize(4).hasSameSizeAs(exact);
        for (int i = 0; i < exact.size(); i++) {
            float[] one = pixels(lossy.get(i));
            float[] other = pixels(exact.get(i));
            double[] differences = new double[one.length];
            for (int pixel = 0; pixel < one.length; pixel++) {
                differences[pixel] = one[pixel] - other[pixel];
            }
            double step = noise(other) / STEPS;
            assertThat(median(differences.clone())).isBetween(-0.05 * step, 0.05 * step);
            assertThat(scatter(differences)).isBetween(0.1 * step, 0.6 * step);
        }
    }

    private static List<Path> reduced(Path archive, String unit) throws Exception {
        return files(archive.resolve("products").resolve(unit)).stream()
                .filter(file -> file.toString().contains("_science_"))
                .filter(LossyNightTest::isReducedImage)
                .toList();
    }

    private static boolean isReducedImage(Path file) {
        try {
            return file.toString().contains(".fits")
                    && FitsFile.read(file).hdus().stream()
                            .anyMatch(hdu -> hdu.name().filter("SCI"::equals).isPresent());
        } catch (Exception noImage) {
            return false;
        }
    }

    private static float[] pixels(Path file) throws Exception {
        try (ImageReader reader = ImageReader.open(file)) {
            int index = reader.file().hdus().stream()
                    .filter(hdu -> hdu.name().filter("SCI"::equals).isPresent())
                    .findFirst()
                    .orElseThrow()
                    .index();
            return reader.read(index).pixels();
        }
    }

    /** Of the sky: what neighbours differ by. */
    private static double noise(float[] pixels) {
        double[] differences = new double[pixels.length - 1];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = (pixels[i + 1] - pixels[i]) / Math.sqrt(2);
        }
        return scatter(differences);
    }

    private static double scatter(double[] values) {
        double middle = median(values.clone());
        return 1.4826
                * median(Arrays.stream(values)
                        .map(value -> Math.abs(value - middle))
                        .toArray());
    }

    private static double median(double[] values) {
        double[] finite =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return finite[finite.length / 2];
    }

    private void assertDamageIsFoundAndFetchedAgain(Path archive) throws Exception {
        Path file = files(archive.resolve("raw").resolve(LOSSY)).stream()
                .filter(each -> each.toString().contains("~lossy"))
                .findFirst()
                .orElseThrow();
        byte[] right = Files.readAllBytes(file);
        byte[] damaged = right.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(file, damaged);
        assertThat(vigil("verify", "--deep")).contains("1 difference", "damaged  " + LOSSY);
        vigil("verify", "--deep", "--repair");
        assertVerified();
        assertThat(file).hasBinaryContent(right);
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private String vigil(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = Commands.line(new VigilCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true));
        line.execute(Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
                .toArray(String[]::new));
        return out.toString();
    }
}
