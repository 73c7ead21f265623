package dev.vigil.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a simulated night truly holds, to compare measurements with. */
public record NightTruth(
        String instrument,
        String unit,
        String night,
        long seed,
        CameraTruth camera,
        List<FrameTruth> frames,
        List<FlawTruth> flaws,
        Quirks quirks) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public NightTruth {
        frames = List.copyOf(frames);
        flaws = List.copyOf(flaws);
    }

    /**
     * The first detector; the others are like it, with pixels of their own.
     *
     * @param biasLevel ADU
     * @param gain electrons per ADU of the first amplifier
     * @param readNoise electrons
     * @param darkCurrent electrons per second of a pixel that is not hot
     * @param fullWell electrons
     * @param zeroPoint magnitude of one electron per second at airmass 1, less {@code extinction} per airmass beyond
     * @param pixelScale seconds of arc
     */
    public record CameraTruth(
            int width,
            int height,
            int dataWidth,
            double biasLevel,
            double gain,
            double readNoise,
            double darkCurrent,
            double fullWell,
            double zeroPoint,
            double extinction,
            double pixelScale,
            List<HotPixel> hotPixels,
            List<Amplifier> amplifiers) {
        public CameraTruth {
            hotPixels = List.copyOf(hotPixels);
            amplifiers = List.copyOf(amplifiers);
        }
    }

    /** A pixel with much dark current, counted from 1 as FITS does. */
    public record HotPixel(int x, int y, double electronsPerSecond) {}

    /** A file that a flaw befell; with a gap it was never written. */
    public record FlawTruth(String flaw, String path, String meaning) {}

    /**
     * A detector in a file; what concerns the sky is 0 or empty unless it is a science frame.
     *
     * @param path below the unit's folder
     * @param detector counted from 1
     * @param start in UTC
     * @param exposure seconds of open shutter
     * @param seeing full width at half maximum, pixels
     * @param sky electrons per pixel
     * @param zeroPoint magnitude of one electron per second through the frame's air
     */
    public record FrameTruth(
            String path,
            String name,
            int detector,
            int number,
            FrameKind kind,
            String start,
            double exposure,
            double airmass,
            double seeing,
            double sky,
            double zeroPoint,
            List<Star> stars,
            List<CosmicRay> cosmicRays) {
        public FrameTruth {
            stars = List.copyOf(stars);
            cosmicRays = List.copyOf(cosmicRays);
        }
    }

    static NightTruth of(NightPlan plan, Camera camera, List<PlannedFrame> frames, List<FlawTruth> flaws) {
        List<FrameTruth> truths = frames.stream()
                .flatMap(frame -> plan.instrument().detectorsIn(plan, frame).stream()
                        .map(detector -> truthOf(plan, frame, detector)))
                .toList();
        return new NightTruth(
                plan.instrument().name(),
                plan.unit(),
                plan.night().toString(),
                plan.seed(),
                truthOf(camera, plan.fields().optics()),
                truths,
                flaws,
                plan.quirks());
    }

    static List<FlawTruth> flaws(NightPlan plan, List<PlannedFrame> frames) {
        String folder = plan.instrument().folder(plan);
        return Stream.concat(
                        frames.stream().flatMap(frame -> frame.flaw().stream().map(flaw -> flaw(flaw, frame.path()))),
                        Litter.names(plan).stream().map(name -> flaw(Flaw.JUNK, folder + "/" + name)))
                .toList();
    }

    private static FlawTruth flaw(Flaw flaw, String path) {
        return new FlawTruth(flaw.word(), path, flaw.meaning());
    }

    /** Reads what {@link SimulatedNight#writeTruth} wrote. */
    public static NightTruth read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), NightTruth.class);
    }

    byte[] toJson() throws IOException {
        return JSON.writeValueAsBytes(this);
    }

    private static CameraTruth truthOf(Camera camera, Optics optics) {
        Geometry geometry = camera.geometry();
        List<HotPixel> hot = camera.hotPixels().stream()
                .map(pixel -> new HotPixel(pixel.x(), pixel.y(), pixel.electronsPerSecond()))
                .toList();
        return new CameraTruth(
                geometry.size(),
                geometry.height(),
                geometry.dataWidth(),
                Camera.BIAS_LEVEL,
                camera.gain(),
                camera.readNoise(),
                Camera.DARK_CURRENT,
                camera.fullWell(),
                optics.zeroPoint(),
                Scene.EXTINCTION,
                optics.scale(),
                hot,
                camera.layout().amplifiers());
    }

    private static FrameTruth truthOf(NightPlan plan, PlannedFrame frame, int detector) {
        if (frame.kind().seesSky()) {
            return truthOf(frame, detector, Scene.of(plan, frame, detector));
        }
        List<CosmicRay> rays = frame.kind() == FrameKind.BIAS ? List.of() : Scene.raysOf(plan, frame, detector);
        return truthOf(frame, detector, Scene.dark(rays));
    }

    private static FrameTruth truthOf(PlannedFrame frame, int detector, Scene scene) {
        return new FrameTruth(
                frame.path(),
                frame.name(),
                detector,
                frame.number(),
                frame.kind(),
                frame.start().toString(),
                frame.exposure(),
                scene.airmass(),
                scene.seeing(),
                scene.sky(),
                scene.zeroPoint(),
                scene.stars(),
                scene.cosmicRays());
    }
}
