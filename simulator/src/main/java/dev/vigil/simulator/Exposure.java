package dev.vigil.simulator;

import java.util.List;

/** Takes one frame: light and dark current become electrons, electrons become counts. */
final class Exposure {
    private static final double LAMP = 30_000;
    private static final double LAMP_SCATTER = 0.05;
    private static final double BIAS_DRIFT = 1.5;
    /** From here on Poisson's distribution is taken for Gauss's. */
    private static final float MANY = 12;

    private static final int HIGHEST = 65535;

    private final NightPlan plan;
    private final Camera camera;
    private final Geometry geometry;
    private final PlannedFrame frame;
    private final RandomStream random;

    private Exposure(NightPlan plan, Camera camera, PlannedFrame frame) {
        this.plan = plan;
        this.camera = camera;
        this.geometry = camera.geometry();
        this.frame = frame;
        this.random = RandomStream.of(plan.seed(), "noise " + frame.name());
    }

    /** The counts of a frame, row by row, overscan included. */
    static int[] take(NightPlan plan, Camera camera, PlannedFrame frame) {
        return new Exposure(plan, camera, frame).counts();
    }

    private int[] counts() {
        float level = (float) (Camera.BIAS_LEVEL + BIAS_DRIFT * random.gaussian());
        float[] electrons = switch (frame.kind()) {
            case BIAS -> biasElectrons();
            case DARK -> withNoise(darkElectrons(), Scene.raysOf(plan, frame));
            case FLAT -> withNoise(lamp(), Scene.raysOf(plan, frame));
            case SCIENCE -> sky(Scene.of(plan, frame));
        };
        return digitised(electrons, level);
    }

    private float[] biasElectrons() {
        float[] electrons = new float[geometry.dataWidth() * geometry.height()];
        for (int i = 0; i < electrons.length; i++) {
            electrons[i] = (float) Camera.READ_NOISE * random.gaussian();
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
        float level = (float) (LAMP * (1 + LAMP_SCATTER * random.gaussian()));
        for (int i = 0; i < electrons.length; i++) {
            electrons[i] += level * camera.response()[i];
        }
        return electrons;
    }

    private float[] sky(Scene scene) {
        float[] light = new float[geometry.dataWidth() * geometry.height()];
        double noise = Math.sqrt(scene.sky() + Camera.READ_NOISE * Camera.READ_NOISE);
        Starlight starlight = new Starlight(geometry, scene.seeing(), noise / 20);
        scene.stars().forEach(star -> starlight.add(star, light));
        float sky = (float) scene.sky();
        for (int i = 0; i < light.length; i++) {
            light[i] = (light[i] + sky) * camera.response()[i];
        }
        addDark(light);
        return withNoise(light, scene.cosmicRays());
    }

    /** Photons come one by one and the amplifier adds its own; a cosmic ray is no matter of chance any more. */
    private float[] withNoise(float[] electrons, List<CosmicRay> rays) {
        float readNoise = (float) Camera.READ_NOISE;
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

    private int[] digitised(float[] electrons, float level) {
        int[] counts = new int[geometry.pixels()];
        float fullWell = (float) Camera.FULL_WELL;
        float perElectron = (float) (1 / Camera.GAIN);
        float readNoise = (float) Camera.READ_NOISE * perElectron;
        for (int y = 0, from = 0, to = 0; y < geometry.height(); y++) {
            float rowLevel = level + camera.biasRows()[y];
            for (int x = 0; x < geometry.dataWidth(); x++) {
                float adu = Math.min(electrons[from++], fullWell) * perElectron;
                counts[to++] = count(adu + rowLevel + camera.biasColumns()[x]);
            }
            for (int x = geometry.dataWidth(); x < geometry.size(); x++) {
                counts[to++] = count(rowLevel + readNoise * random.gaussian());
            }
        }
        return counts;
    }

    private static int count(float adu) {
        return Math.max(0, Math.min(HIGHEST, (int) (adu + 0.5f)));
    }
}
