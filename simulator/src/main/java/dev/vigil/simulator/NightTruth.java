package dev.vigil.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a simulated night truly holds, to compare measurements with. */
public record NightTruth(String unit, String night, long seed, CameraTruth camera, List<FrameTruth> frames) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public NightTruth {
        frames = List.copyOf(frames);
    }

    /**
     * The detector.
     *
     * @param biasLevel ADU
     * @param gain electrons per ADU
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
            List<HotPixel> hotPixels) {
        public CameraTruth {
            hotPixels = List.copyOf(hotPixels);
        }
    }

    /** A pixel with much dark current, counted from 1 as FITS does. */
    public record HotPixel(int x, int y, double electronsPerSecond) {}

    /**
     * A frame; what concerns the sky is 0 or empty unless it is a science frame.
     *
     * @param seeing full width at half maximum, pixels
     * @param sky electrons per pixel
     * @param zeroPoint magnitude of one electron per second through the frame's air
     */
    public record FrameTruth(
            String name,
            FrameKind kind,
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

    static NightTruth of(NightPlan plan, Camera camera, List<PlannedFrame> frames) {
        List<FrameTruth> truths =
                frames.stream().map(frame -> truthOf(plan, frame)).toList();
        return new NightTruth(plan.unit(), plan.night().toString(), plan.seed(), truthOf(camera), truths);
    }

    /** Reads what {@link SimulatedNight#writeTruth} wrote. */
    public static NightTruth read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), NightTruth.class);
    }

    byte[] toJson() throws IOException {
        return JSON.writeValueAsBytes(this);
    }

    private static CameraTruth truthOf(Camera camera) {
        Geometry geometry = camera.geometry();
        List<HotPixel> hot = camera.hotPixels().stream()
                .map(pixel -> new HotPixel(pixel.x(), pixel.y(), pixel.electronsPerSecond()))
                .toList();
        return new CameraTruth(
                geometry.size(),
                geometry.height(),
                geometry.dataWidth(),
                Camera.BIAS_LEVEL,
                Camera.GAIN,
                Camera.READ_NOISE,
                Camera.DARK_CURRENT,
                Camera.FULL_WELL,
                Scene.ZERO_POINT,
                Scene.EXTINCTION,
                TangentPlane.PIXEL_SCALE,
                hot);
    }

    private static FrameTruth truthOf(NightPlan plan, PlannedFrame frame) {
        if (frame.kind() == FrameKind.SCIENCE) {
            return truthOf(frame, Scene.of(plan, frame));
        }
        List<CosmicRay> rays = frame.kind() == FrameKind.BIAS ? List.of() : Scene.raysOf(plan, frame);
        return new FrameTruth(frame.name(), frame.kind(), frame.exposure(), 0, 0, 0, 0, List.of(), rays);
    }

    private static FrameTruth truthOf(PlannedFrame frame, Scene scene) {
        return new FrameTruth(
                frame.name(),
                frame.kind(),
                frame.exposure(),
                scene.airmass(),
                scene.seeing(),
                scene.sky(),
                scene.zeroPoint(),
                scene.stars(),
                scene.cosmicRays());
    }
}
