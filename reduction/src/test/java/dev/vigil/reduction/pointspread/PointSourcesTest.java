package dev.vigil.reduction.pointspread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.pointspread.ChangingField.Fits;
import dev.vigil.reduction.pointspread.ChangingField.Look;
import dev.vigil.reduction.pointspread.ChangingField.Shape;
import dev.vigil.reduction.pointspread.ChangingField.Star;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PointSourcesTest {
    private static final Look SAME = (u, v) -> new Shape(3, 1, 0);

    /** Wider towards the corners and drawn out along the radius, as behind a curved focus. */
    private static final Look CHANGING = (u, v) -> new Shape(
            2.8 + 0.7 * (u * u + v * v) + 0.2 * u, 1 + 0.15 * (u * u + v * v), Math.toDegrees(Math.atan2(v, u)));

    private static double median(List<Star> stars, ToDoubleFunction<Star> value) {
        double[] sorted = stars.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static List<Star> stars(ChangingField field, double least, double most) {
        return field.stars.stream()
                .filter(star -> star.flux() >= least && star.flux() < most)
                .toList();
    }

    /** The farthest that the model is from the truth, by the brightest pixel. */
    private static double worst(PointSpread model, ChangingField field, double x, double y) {
        Square square = Square.around(x, y, 5);
        double[] drawn = new double[11 * 11];
        model.at(x, y).draw(x, y, square, drawn);
        double[] truth = new double[drawn.length];
        for (int i = 0; i < truth.length; i++) {
            double dx = square.left() + i % 11 - x;
            double dy = square.bottom() + i / 11 - y;
            truth[i] = ChangingField.pixel(field.shapeAt(x, y), dx, dy);
        }
        double top = Arrays.stream(truth).max().orElseThrow();
        double worst = 0;
        for (int i = 0; i < truth.length; i++) {
            worst = Math.max(worst, Math.abs(drawn[i] - truth[i]) / top);
        }
        return worst;
    }

    @Test
    void theModelFollowsStarsThatChangeOverTheField() {
        ChangingField field = ChangingField.grid(1000, 50, 3_000, CHANGING, 1);
        PointSpread model = field.fits().fitted().model();
        assertThat(model.degree()).isEqualTo(3);
        for (double[] place : new double[][] {{500, 500}, {120.3, 130.6}, {880.2, 140}, {90, 910.7}, {900.5, 900.5}}) {
            assertThat(worst(model, field, place[0], place[1])).isLessThan(0.05);
        }
        PointSpread constant = PointSpread.constant(model.shapes(), model.field());
        assertThat(worst(constant, field, 900.5, 900.5)).isGreaterThan(0.15);
    }

    @Test
    void lightIsTrueAllOverTheField() {
        ChangingField field = ChangingField.grid(1000, 50, 3_000, CHANGING, 2);
        Fits fits = field.fits();
        List<Star> bright = stars(field, 50_000, 1e9);
        assertThat(bright.size()).isGreaterThan(50);
        assertThat(median(bright, star -> fits.of(star).flux() / star.flux())).isCloseTo(1, within(0.004));
        assertThat(median(bright, star -> Math.abs(fits.of(star).flux() / star.flux() - 1)))
                .isLessThan(0.006);
    }

    @Test
    void lightAndPlaceAreAsGoodAsTheySay() {
        ChangingField field = ChangingField.grid(1500, 45, 1_500, SAME, 3);
        Fits fits = field.fits();
        List<Star> faint = stars(field, 1_500, 15_000);
        double light = median(
                faint,
                star -> Math.abs(fits.of(star).flux() - star.flux())
                        / fits.of(star).fluxError());
        double place = median(
                faint,
                star -> Math.abs(fits.of(star).x() - 1 - star.x())
                        / fits.of(star).positionError());
        assertThat(faint.size()).isGreaterThan(400);
        assertThat(light / 0.6745).isCloseTo(1, within(0.12));
        assertThat(place / 0.6745).isCloseTo(1, within(0.12));
        assertThat(median(
                        faint,
                        star -> (fits.of(star).flux() - star.flux())
                                / fits.of(star).fluxError()))
                .isCloseTo(0, within(0.15));
        assertThat(median(faint, star -> fits.of(star).chiSquare())).isCloseTo(1, within(0.06));
    }

    @Test
    void faintStarsAreMeasuredBetterThanInAnAperture() {
        ChangingField field = ChangingField.grid(1500, 45, 1_500, SAME, 4);
        Fits fits = field.fits();
        List<Star> faint = stars(field, 1_500, 4_000);
        double fitted = median(faint, star -> Math.abs(fits.of(star).flux() - star.flux()));
        double added = median(
                faint,
                star -> Math.abs(fits.found()
                                .sources()
                                .get(fits.nearest(star.x(), star.y()))
                                .apertures()
                                .get(1)
                                .value()
                        - star.flux()));
        assertThat(fitted).isLessThan(0.7 * added);
    }

    @Test
    void neighboursAreFittedTogether() {
        ChangingField field = ChangingField.grid(600, 60, 20_000, SAME, 5);
        List<Star> some = List.copyOf(field.stars.subList(0, field.stars.size() / 2));
        some.forEach(star -> field.add(star.x() + 5, star.y() + 2, 0.3 * star.flux()));
        Fits fits = field.exposed(6).fits();
        List<Star> added = field.stars.subList(field.stars.size() - some.size(), field.stars.size());
        List<Star> close = Stream.concat(some.stream(), added.stream()).toList();
        assertThat(median(close, star -> Math.abs(fits.of(star).flux() / star.flux() - 1)))
                .isLessThan(0.03);
    }

    @Test
    void whatIsWiderThanAStarHasASpreadAndAStarHasNone() {
        ChangingField field = ChangingField.grid(800, 50, 8_000, SAME, 7);
        double x = 415.3;
        double y = 431.8;
        ChangingField wide = new ChangingField(800, (u, v) -> new Shape(4.5, 1, 0)).add(x, y, 40_000);
        for (int i = 0; i < field.values.length; i++) {
            double more = wide.lightAt(i);
            field.values[i] += (float) more;
            field.variance[i] += (float) more;
        }
        Fits fits = field.fits();
        PointFit galaxy = fits.of(new Star(x, y, 0));
        assertThat(galaxy.spread()).isGreaterThan(10 * galaxy.spreadError());
        assertThat(galaxy.chiSquare()).isGreaterThan(1.5);
        double pull = median(
                field.stars,
                star -> Math.abs(fits.of(star).spread()) / fits.of(star).spreadError());
        assertThat(pull / 0.6745).isCloseTo(1, within(0.25));
    }

    @Property(tries = 6)
    void anImageThatIsBrighterByAFactorHasBrighterPoints(@ForAll @IntRange(min = -6, max = 6) int power) {
        ChangingField field = ChangingField.grid(500, 50, 20_000, SAME, 8);
        float factor = Math.scalb(1f, power);
        Fits before = ChangingField.fits(field.imageWithoutVariance());
        Fits after = ChangingField.fits(field.scaled(factor).imageWithoutVariance());
        for (Star star : field.stars) {
            assertThat(after.of(star).flux() / factor).isCloseTo(before.of(star).flux(), within(1e-3 * star.flux()));
        }
    }

    @Property(tries = 6)
    void starsThatAreMovedAreFoundThatMuchFarther(
            @ForAll @DoubleRange(min = -1, max = 1) double right, @ForAll @DoubleRange(min = -1, max = 1) double up) {
        ChangingField here = ChangingField.grid(500, 50, 500_000, SAME, 9);
        ChangingField there = new ChangingField(500, SAME);
        here.stars.forEach(star -> there.add(star.x() + right, star.y() + up, star.flux()));
        Fits before = here.fits();
        Fits after = there.exposed(9).fits();
        for (int i = 0; i < here.stars.size(); i++) {
            PointFit from = before.of(here.stars.get(i));
            PointFit to = after.of(there.stars.get(i));
            assertThat(to.x() - from.x()).isCloseTo(right, within(0.02));
            assertThat(to.y() - from.y()).isCloseTo(up, within(0.02));
        }
    }

    @Test
    void aSaturatedStarIsFittedByItsWings() {
        ChangingField field = ChangingField.grid(600, 60, 20_000, SAME, 10);
        field.add(330, 330, 2_000_000).exposed(11);
        for (int i = 0; i < field.values.length; i++) {
            field.mask[i] = field.values[i] > 60_000 ? 4 : 0;
            field.values[i] = Math.min(field.values[i], 60_000);
        }
        PointFit fit = field.fits().of(new Star(330, 330, 0));
        assertThat(fit.flux()).isCloseTo(2_000_000, within(60_000.0));
    }

    @Test
    void tooFewStarsTellNothingAndSaySo() {
        ChangingField field = new ChangingField(400, SAME);
        for (int i = 0; i < 4; i++) {
            field.add(80 + 80 * i, 200, 50_000);
        }
        PointSources points = field.exposed(12).fits().points();
        assertThat(points).isEqualTo(new PointSources.NotFitted("4 clean stars stand alone, 5 are needed"));
        assertThat(new ChangingField(200, SAME).exposed(13).fits().points())
                .isEqualTo(new PointSources.NotFitted("the width of stars is unknown"));
    }

    @Test
    void aFewStarsTellWhatPointsLookLikeEverywhereAlike() {
        ChangingField field = ChangingField.grid(400, 90, 100_000, SAME, 14);
        Fits fits = field.fits();
        assertThat(fits.fitted().model().degree()).isZero();
        assertThat(worst(fits.fitted().model(), field, 200, 200)).isLessThan(0.02);
    }

    @Test
    void fittingTwiceGivesTheSameAndLeavesTheImageAlone() {
        ChangingField field = ChangingField.grid(500, 50, 20_000, CHANGING, 15);
        float[] before = field.values.clone();
        List<?> first = field.fits().fitted().fits();
        assertThat(field.fits().fitted().fits()).isEqualTo(first);
        assertThat(field.values).isEqualTo(before);
    }
}
