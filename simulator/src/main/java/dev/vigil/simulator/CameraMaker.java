package dev.vigil.simulator;

import java.util.ArrayList;
import java.util.List;

/** Makes up a camera from a unit's name and a seed. */
final class CameraMaker {
    private static final double HOT_FRACTION = 4e-4;
    private static final double PIXEL_RESPONSE_SCATTER = 0.008;
    private static final double VIGNETTING = 0.12;
    private static final int DUST_GRAINS = 6;

    private final Layout layout;
    private final Geometry geometry;
    private final long seed;
    private final String unit;

    CameraMaker(NightPlan plan, int detector) {
        this.layout = plan.instrument().layout(plan, detector);
        this.geometry = Geometry.of(layout);
        this.seed = plan.seed();
        this.unit = Keys.of(plan.unit(), detector);
    }

    Camera make() {
        List<Camera.HotPixel> hot = hotPixels();
        return new Camera(layout, geometry, biasColumns(), biasRows(), darkCurrent(hot), response(), hot);
    }

    private RandomStream stream(String purpose) {
        return RandomStream.of(seed, "camera " + unit + " " + purpose);
    }

    private float[] biasColumns() {
        RandomStream random = stream("bias columns");
        float[] columns = new float[geometry.dataWidth()];
        for (int x = 0; x < columns.length; x++) {
            float shading = 6f * x / columns.length;
            columns[x] = shading + (float) Camera.BIAS_COLUMN_SCATTER * random.gaussian();
        }
        return columns;
    }

    private float[] biasRows() {
        RandomStream random = stream("bias rows");
        float[] rows = new float[geometry.height()];
        for (int y = 0; y < rows.length; y++) {
            rows[y] = 4f * y / rows.length + 0.5f * random.gaussian();
        }
        return rows;
    }

    private List<Camera.HotPixel> hotPixels() {
        RandomStream random = stream("hot pixels");
        int count = (int) Math.max(3, geometry.pixels() * HOT_FRACTION);
        List<Camera.HotPixel> hot = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int x = 1 + random.below(geometry.dataWidth());
            int y = 1 + random.below(geometry.height());
            double rate = Math.rint(5 * -StrictMath.log(1 - random.uniform()) * 1000) / 1000 + 2;
            hot.add(new Camera.HotPixel(x, y, rate));
        }
        return hot;
    }

    private float[] darkCurrent(List<Camera.HotPixel> hot) {
        RandomStream random = stream("dark current");
        float[] dark = new float[geometry.dataWidth() * geometry.height()];
        for (int i = 0; i < dark.length; i++) {
            dark[i] = (float) Camera.DARK_CURRENT * Math.max(0, 1 + 0.2f * random.gaussian());
        }
        for (Camera.HotPixel pixel : hot) {
            dark[(pixel.y() - 1) * geometry.dataWidth() + pixel.x() - 1] = (float) pixel.electronsPerSecond();
        }
        return dark;
    }

    private float[] response() {
        RandomStream random = stream("response");
        float[] response = new float[geometry.dataWidth() * geometry.height()];
        for (int y = 0, i = 0; y < geometry.height(); y++) {
            for (int x = 0; x < geometry.dataWidth(); x++, i++) {
                response[i] = vignetting(x, y) * (1 + (float) PIXEL_RESPONSE_SCATTER * random.gaussian());
            }
        }
        for (int grain = 0; grain < DUST_GRAINS; grain++) {
            addDust(response, random);
        }
        return normalised(response);
    }

    private float vignetting(int x, int y) {
        double fromCentreX = 2.0 * x / geometry.dataWidth() - 1;
        double fromCentreY = 2.0 * y / geometry.height() - 1;
        return (float) (1 - VIGNETTING * (fromCentreX * fromCentreX + fromCentreY * fromCentreY) / 2);
    }

    /** A grain out of focus throws the shadow of the pupil: a ring. */
    private void addDust(float[] response, RandomStream random) {
        double outer = geometry.size() * random.uniform(0.02, 0.04);
        double inner = outer * 0.4;
        double depth = random.uniform(0.02, 0.06);
        double centreX = random.uniform(0, geometry.dataWidth());
        double centreY = random.uniform(0, geometry.height());
        int lowX = (int) Math.max(0, centreX - outer);
        int highX = (int) Math.min(geometry.dataWidth() - 1, centreX + outer);
        int highY = (int) Math.min(geometry.height() - 1, centreY + outer);
        for (int y = (int) Math.max(0, centreY - outer); y <= highY; y++) {
            for (int x = lowX; x <= highX; x++) {
                double distance = Math.sqrt((x - centreX) * (x - centreX) + (y - centreY) * (y - centreY));
                if (distance > inner && distance < outer) {
                    response[y * geometry.dataWidth() + x] *= (float) (1 - depth);
                }
            }
        }
    }

    private static float[] normalised(float[] response) {
        double sum = 0;
        for (float pixel : response) {
            sum += pixel;
        }
        float mean = (float) (sum / response.length);
        for (int i = 0; i < response.length; i++) {
            response[i] /= mean;
        }
        return response;
    }
}
