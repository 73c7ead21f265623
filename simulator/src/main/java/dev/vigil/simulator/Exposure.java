package dev.vigil.simulator;

import java.util.ArrayList;
import java.util.List;

/** Takes one frame: light and dark current become electrons, electrons become counts. */
final class Exposure {
    /** ADU. */
    private static final double LAMP = 20_000;

    private static final double LAMP_SCATTER = 0.05;
    private static final double BIAS_DRIFT = 1.5;
    /** ADU from one amplifier to the next. */
    private static final float BIAS_STEP = 7;

    /** From here on Poisson's distribution is taken for Gauss's. */
    private static final float MANY = 12;

    private static final int HIGHEST = 65535;

    private final NightPlan plan;
    private final Camera camera;
    private final Geometry geometry;
    private final PlannedFrame frame;
    private final int detector;
    private final RandomStream random;

    private Exposure(NightPlan plan, Camera camera, PlannedFrame frame, int detector) {
        this.plan = plan;
        this.camera = camera;
        this.geometry = camera.geometry();
        this.frame = frame;
        this.detector = detector;
        this.random = RandomStream.of(plan.seed(), "noise " + Keys.of(frame.key(), detector));
    }

    /** What a detector counts in a frame. */
    static Exposed take(NightPlan plan, Camera camera, PlannedFrame frame, int detector) {
        return new Exposure(plan, camera, frame, detector).counts();
    }

    private Exposed counts() {
        float level = (float) (Camera.BIAS_LEVEL + BIAS_DRIFT * random.gaussian());
        float[] electrons = switch (frame.kind()) {
            case BIAS -> biasElectrons();
            case DARK -> withNoise(darkElectrons(), Scene.raysOf(plan, frame, detector));
            case FLAT, ARC -> withNoise(lamp(), Scene.raysOf(plan, frame, detector));
            default -> sky(Scene.of(plan, frame, detector));
        };
        return digitised(electrons, level);
    }

    private float[] biasElectrons() {
        float[] electrons = new float[geometry.dataWidth() * geometry.height()];
        for (int i = 0; i < electrons.length; i++) {
            electrons[i] = (float) camera.readNoise() * random.gaussian();
        }
        return electrons;
    }

    private float[] darkElectrons() {
        float[] electrons = new float[geometry.dataWidth() * geometry.height()];
        addDark(electrons);
        return electrons;
    }

    private void addDark(float[] electrons) {
        float seconds = (float) frame.exposure();
        for (int i = 0; i < electrons.length; i++) {
            electrons[i] += camera.darkCurrent()[i] * seconds;
        }
    }

    private float[] lamp() {
        float[] electrons = darkElectrons();
        float level = (float) (LAMP * camera.gain() * (1 + LAMP_SCATTER * random.gaussian()));
        for (int i = 0; i < electrons.length; i++) {
            electrons[i] += level * camera.response()[i];
        }
        return electrons;
    }

    private float[] sky(Scene scene) {
        float[] light = new float[geometry.dataWidth() * geometry.height()];
        double noise = Math.sqrt(scene.sky() + camera.readNoise() * camera.readNoise());
        Starlight starlight =
                new Starlight(geometry, scene.seeing(), plan.quirks().cornerBlur(), noise / 20, scene.trail());
        scene.stars().forEach(star -> starlight.add(star, light));
        float sky = (float) scene.sky();
        for (int i = 0; i < light.length; i++) {
            float fringe = (float) plan.quirks().fringe(i % geometry.dataWidth(), i / geometry.dataWidth());
            light[i] = (light[i] + sky * (1 + fringe)) * camera.response()[i];
        }
        addDark(light);
        return withNoise(light, scene.cosmicRays());
    }

    /** Photons come one by one and the amplifier adds its own; a cosmic ray is no matter of chance any more. */
    private float[] withNoise(float[] electrons, List<CosmicRay> rays) {
        float readNoise = (float) camera.readNoise();
        for (int i = 0; i < electrons.length; i++) {
            float mean = electrons[i];
            electrons[i] = mean < MANY
                    ? random.poisson(mean) + readNoise * random.gaussian()
                    : mean + (float) Math.sqrt(mean + readNoise * readNoise) * random.gaussian();
        }
        rays.forEach(ray -> addTrack(ray, electrons));
        return electrons;
    }

    private void addTrack(CosmicRay ray, float[] electrons) {
        int steps = (int) Math.ceil(ray.length());
        double angle = Math.toRadians(ray.angleDegrees());
        double stepX = StrictMath.cos(angle);
        double stepY = StrictMath.sin(angle);
        for (int step = 0; step < steps; step++) {
            int x = (int) Math.rint(ray.x() - 1 + step * stepX);
            int y = (int) Math.rint(ray.y() - 1 + step * stepY);
            if (x >= 0 && y >= 0 && x < geometry.dataWidth() && y < geometry.height()) {
                electrons[y * geometry.dataWidth() + x] += (float) (ray.electrons() / steps);
            }
        }
    }

    private Exposed digitised(float[] electrons, float level) {
        List<Readout> readouts = new ArrayList<>();
        for (Amplifier amplifier : camera.layout().amplifiers()) {
            readouts.add(new Readout(amplifier, read(amplifier, electrons), level + BIAS_STEP * readouts.size()));
        }
        return new Exposed(
                detector,
                camera.layout(),
                readouts.stream().map(readout -> counts(readout, readouts)).toList());
    }

    /** What light alone makes an amplifier give out. */
    private float[] read(Amplifier amplifier, float[] electrons) {
        float[] signal = new float[amplifier.width() * amplifier.height()];
        float fullWell = (float) camera.fullWell();
        float perElectron = (float) (1 / amplifier.gain());
        int to = 0;
        for (int y = amplifier.bottom(); y < amplifier.bottom() + amplifier.height(); y++) {
            int row = y * geometry.dataWidth();
            for (int x = amplifier.left(); x < amplifier.left() + amplifier.width(); x++) {
                float adu = Math.min(electrons[row + x], fullWell) * perElectron;
                signal[to++] = plan.quirks().counted(adu);
            }
        }
        return signal;
    }

    private Exposed.Block counts(Readout readout, List<Readout> all) {
        Amplifier amplifier = readout.amplifier();
        float[] signal = withGhosts(readout, all);
        int[] counts = new int[amplifier.readWidth() * amplifier.height()];
        float readNoise = (float) (amplifier.readNoise() / amplifier.gain());
        int to = 0;
        for (int y = 0; y < amplifier.height(); y++) {
            float rowLevel = readout.level() + camera.biasRows()[amplifier.bottom() + y];
            for (int x = 0; x < amplifier.width(); x++) {
                counts[to++] = count(
                        signal[y * amplifier.width() + x] + rowLevel + camera.biasColumns()[amplifier.left() + x]);
            }
            for (int x = 0; x < amplifier.overscan(); x++) {
                counts[to++] = count(rowLevel + readNoise * random.gaussian());
            }
        }
        return new Exposed.Block(amplifier, counts);
    }

    /** All amplifiers of a detector are read at the same time, in the same direction; the bias of the columns leaks too. */
    private float[] withGhosts(Readout readout, List<Readout> all) {
        float share = (float) plan.quirks().crosstalk();
        if (share == 0) {
            return readout.signal();
        }
        float[] seen = readout.signal().clone();
        for (Readout other : all) {
            for (int i = 0; other != readout && i < seen.length; i++) {
                int column = other.amplifier().left() + i % other.amplifier().width();
                seen[i] += share * (other.signal()[i] + camera.biasColumns()[column]);
            }
        }
        return seen;
    }

    /** An amplifier with its signal and the level it stands on. */
    private record Readout(Amplifier amplifier, float[] signal, float level) {}

    private static int count(float adu) {
        return Math.max(0, Math.min(HIGHEST, (int) (adu + 0.5f)));
    }
}
