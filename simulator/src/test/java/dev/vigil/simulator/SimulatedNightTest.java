package dev.vigil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.imaging.Completeness;
import dev.vigil.imaging.Digests;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.ImageReader;
import dev.vigil.instruments.FrameDescription;
import dev.vigil.instruments.FrameSource;
import dev.vigil.instruments.Judged;
import dev.vigil.instruments.Profiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedNightTest {
    private static final NightPlan PLAN =
            NightPlan.of(LocalDate.of(2026, 11, 18)).withFrames(3, 3, 3, 3).withSize(256);
    private static final SimulatedNight NIGHT = SimulatedNight.of(PLAN);

    @TempDir
    Path incoming;

    private Path write(PlannedFrame frame) {
        try {
            return NIGHT.write(frame, NIGHT.folderIn(incoming));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<PlannedFrame> frames(FrameKind kind) {
        return NIGHT.frames().stream().filter(frame -> frame.kind() == kind).toList();
    }

    private Image image(PlannedFrame frame) throws Exception {
        try (ImageReader reader = ImageReader.open(write(frame))) {
            return reader.read(0);
        }
    }

    private static NightTruth.FrameTruth truthOf(PlannedFrame frame) {
        return NIGHT.truth().frames().stream()
                .filter(truth -> truth.name().equals(frame.name()))
                .findFirst()
                .orElseThrow();
    }

    private static int dataWidth() {
        return NIGHT.truth().camera().dataWidth();
    }

    private static float median(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The pixels of a rectangle; columns and rows counted from 0. */
    private static float[] part(Image image, int fromX, int toX, int fromY, int toY) {
        float[] pixels = new float[(toX - fromX) * (toY - fromY)];
        int at = 0;
        for (int y = fromY; y < toY; y++) {
            for (int x = fromX; x < toX; x++) {
                pixels[at++] = image.at(x, y);
            }
        }
        return pixels;
    }

    /** Half the variance of the difference of two frames of one kind: what noise alone does, clipped of cosmic rays. */
    private static double noiseVariance(float[] first, float[] second) {
        double[] differences = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            differences[i] = first[i] - second[i];
        }
        double[] sorted = Arrays.stream(differences).sorted().toArray();
        double median = sorted[sorted.length / 2];
        double sigma = (sorted[(int) (sorted.length * 0.8413)] - sorted[(int) (sorted.length * 0.1587)]) / 2;
        return Arrays.stream(differences)
                        .map(difference -> difference - median)
                        .filter(difference -> Math.abs(difference) < 5 * sigma)
                        .map(difference -> difference * difference)
                        .average()
                        .orElseThrow()
                / 2;
    }

    @Test
    void everyFileIsProvenCompleteAndNoTemporaryNameRemains() throws Exception {
        for (PlannedFrame frame : NIGHT.frames()) {
            assertThat(Completeness.judge(write(frame))).isEqualTo(new Completeness.Complete(true, List.of()));
        }
        try (Stream<Path> files = Files.list(incoming.resolve("GEN01/2026-11-18"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            NIGHT.frames().stream().map(PlannedFrame::name).toList());
        }
    }

    @Test
    void whatAKilledSimulatorLeftBehindDoesNotStopTheNext() throws Exception {
        PlannedFrame frame = NIGHT.frames().get(0);
        Path folder = Files.createDirectories(NIGHT.folderIn(incoming));
        Files.writeString(folder.resolve("." + frame.name() + ".part"), "half a frame");
        assertThat(Completeness.judge(write(frame))).isInstanceOf(Completeness.Complete.class);
    }

    @Test
    void framesWrittenInAnyOrderAndInParallelAreTheSameBytes() throws Exception {
        SimulatedNight again = SimulatedNight.of(PLAN);
        Path other = incoming.resolve("other");
        again.frames().parallelStream()
                .sorted(Comparator.comparing(PlannedFrame::number).reversed())
                .forEach(frame -> {
                    try {
                        again.write(frame, other);
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                });
        for (PlannedFrame frame : NIGHT.frames()) {
            assertThat(Digests.sha256(other.resolve(frame.name()))).isEqualTo(Digests.sha256(write(frame)));
        }
    }

    @Test
    void anotherSeedGivesOtherPixels() throws Exception {
        SimulatedNight other = SimulatedNight.of(PLAN.withSeed(2));
        Path file = other.write(other.frames().get(0), incoming.resolve("other"));
        assertThat(Digests.sha256(file))
                .isNotEqualTo(Digests.sha256(write(NIGHT.frames().get(0))));
    }

    @Test
    void theGenericProfileUnderstandsEveryFrame() throws Exception {
        Instant later = Instant.parse("2026-11-20T00:00:00Z");
        for (PlannedFrame frame : NIGHT.frames()) {
            FitsFile fits = FitsFile.read(write(frame));
            FrameSource source = FrameSource.of("GEN01", "2026-11-18/" + frame.name(), fits, later);
            Judged judged = Profiles.bundled().profileFor("GEN01").judge(source);
            assertThat(judged).isInstanceOf(Judged.Described.class);
            FrameDescription description = ((Judged.Described) judged).frame();
            assertThat(description.type().name()).isEqualTo(frame.kind().name());
            assertThat(description.night().toString()).contains("2026-11-18");
            assertThat(description.start()).isEqualTo(frame.start());
            assertThat(description.flags()).isEmpty();
        }
    }

    @Test
    void biasFramesHaveTheLevelAndTheReadNoiseOfTheTruth() throws Exception {
        Image first = image(frames(FrameKind.BIAS).get(0));
        Image second = image(frames(FrameKind.BIAS).get(1));
        NightTruth.CameraTruth camera = NIGHT.truth().camera();
        assertThat(median(first.pixels())).isCloseTo((float) camera.biasLevel(), within(12f));
        double noise = Math.sqrt(noiseVariance(first.pixels(), second.pixels())) * camera.gain();
        assertThat(noise).isCloseTo(camera.readNoise(), within(0.2));
    }

    @Test
    void flatsHaveThePhotonNoiseOfTheirGain() throws Exception {
        Image first = image(frames(FrameKind.FLAT).get(0));
        Image second = image(frames(FrameKind.FLAT).get(1));
        float[] one = part(first, 60, 180, 60, 180);
        float[] two = part(second, 60, 180, 60, 180);
        float level = median(one) - 1005;
        float scale = level / (median(two) - 1005);
        for (int i = 0; i < two.length; i++) {
            two[i] = (two[i] - 1005) * scale + 1005;
        }
        assertThat(level / noiseVariance(one, two))
                .isCloseTo(NIGHT.truth().camera().gain(), within(0.08));
    }

    @Test
    void darksShowTheHotPixelsOfTheTruth() throws Exception {
        PlannedFrame frame = frames(FrameKind.DARK).get(0);
        Image dark = image(frame);
        NightTruth.CameraTruth camera = NIGHT.truth().camera();
        assertThat(camera.hotPixels()).isNotEmpty();
        for (NightTruth.HotPixel hot : camera.hotPixels()) {
            double expected = hot.electronsPerSecond() * frame.exposure() / camera.gain();
            double above = dark.at(hot.x() - 1, hot.y() - 1) - median(dark.pixels());
            assertThat(above).isCloseTo(expected, within(20 + 6 * Math.sqrt(expected)));
        }
    }

    @Test
    void theOverscanSeesNoLight() throws Exception {
        Image flat = image(frames(FrameKind.FLAT).get(0));
        float[] overscan = part(flat, dataWidth(), 256, 0, 256);
        float[] data = part(flat, 0, dataWidth(), 0, 256);
        assertThat(median(overscan)).isBetween(990f, 1015f);
        assertThat(median(data)).isGreaterThan(15000);
    }

    @Test
    void theSkyIsAsBrightAsTheTruth() throws Exception {
        PlannedFrame frame = frames(FrameKind.SCIENCE).get(0);
        Image image = image(frame);
        float sky = median(part(image, 50, 200, 50, 200)) - median(part(image, dataWidth(), 256, 50, 200));
        double expected = truthOf(frame).sky() / NIGHT.truth().camera().gain();
        assertThat((double) sky).isCloseTo(expected, within(0.1 * expected + 6));
    }

    @Test
    void starsHaveTheirFluxWhereTheTruthSays() throws Exception {
        PlannedFrame frame = frames(FrameKind.SCIENCE).get(0);
        Image image = image(frame);
        NightTruth.FrameTruth truth = truthOf(frame);
        List<Star> measurable = truth.stars().stream()
                .filter(star -> isAlone(star, truth.stars()))
                .filter(star -> star.flux() > 5000 && star.flux() < 600_000)
                .toList();
        assertThat(measurable).isNotEmpty();
        for (Star star : measurable) {
            Aperture aperture = Aperture.around(star, image);
            assertThat(aperture.electrons() / star.flux()).as("%s", star).isBetween(0.85, 1.1);
            assertThat(aperture.x()).isCloseTo(star.x(), within(0.5));
            assertThat(aperture.y()).isCloseTo(star.y(), within(0.5));
        }
    }

    private static boolean isAlone(Star star, List<Star> all) {
        boolean inside = star.x() > 30 && star.y() > 30 && star.x() < dataWidth() - 30 && star.y() < 226;
        return inside
                && all.stream()
                        .filter(other -> other != star && other.flux() > star.flux() / 30)
                        .noneMatch(other -> Math.hypot(other.x() - star.x(), other.y() - star.y()) < 40);
    }

    /** Light and its centre in a circle, above the median of the ring around it. */
    private record Aperture(double electrons, double x, double y) {
        private static final int RADIUS = 14;

        static Aperture around(Star star, Image image) {
            int centreX = (int) Math.rint(star.x() - 1);
            int centreY = (int) Math.rint(star.y() - 1);
            float sky = median(part(image, centreX - 25, centreX + 26, centreY - 25, centreY + 26));
            double sum = 0;
            double sumX = 0;
            double sumY = 0;
            for (int y = centreY - RADIUS; y <= centreY + RADIUS; y++) {
                for (int x = centreX - RADIUS; x <= centreX + RADIUS; x++) {
                    if (Math.hypot(x - centreX, y - centreY) <= RADIUS) {
                        double light = image.at(x, y) - sky;
                        sum += light;
                        sumX += light * (x + 1);
                        sumY += light * (y + 1);
                    }
                }
            }
            return new Aperture(sum * NIGHT.truth().camera().gain(), sumX / sum, sumY / sum);
        }
    }

    @Test
    void magnitudesFollowFromFluxAndZeroPoint() {
        NightTruth.FrameTruth truth = truthOf(frames(FrameKind.SCIENCE).get(1));
        for (Star star : truth.stars()) {
            double magnitude = truth.zeroPoint() - 2.5 * Math.log10(star.flux() / truth.exposure());
            assertThat(magnitude).isCloseTo(star.magnitude(), within(1e-9));
        }
    }

    @Test
    void framesOfOneFieldSeeTheSameStars() {
        List<Star> first = truthOf(frames(FrameKind.SCIENCE).get(0)).stars();
        List<Star> second = truthOf(frames(FrameKind.SCIENCE).get(1)).stars();
        assertThat(first.stream().filter(star -> second.stream().anyMatch(other -> other.ra() == star.ra())))
                .hasSizeGreaterThan(first.size() / 2);
    }

    @Test
    void theTruthComesBackFromItsFile() throws Exception {
        Path file = NIGHT.writeTruth(incoming.resolve("truth"));
        assertThat(file).isEqualTo(incoming.resolve("truth/GEN01/2026-11-18.json"));
        assertThat(NightTruth.read(file)).isEqualTo(NIGHT.truth());
    }

    @Test
    void theBytesAreTheSameOnEveryMachineAndJdk() throws Exception {
        SimulatedNight small = SimulatedNight.of(PLAN.withSize(64).withFrames(1, 1, 1, 1));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (PlannedFrame frame : small.frames()) {
            digest.update(Files.readAllBytes(small.write(frame, incoming.resolve("small"))));
        }
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("ea04295662fdfc29ebba301ab22e15962155d457ba920057c1e26128c75c0d2f");
    }
}
