package dev.vigil.reduction.pointspread;

import dev.vigil.reduction.sources.Residual;
import dev.vigil.reduction.sources.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fits all sources as points, the brightest first, and takes each away from the pixels before the next is fitted. In a second round each is
 * put back and fitted again, with its neighbours gone: so those that overlap are fitted together.
 */
final class Crowd {
    private static final int ROUNDS = 2;

    /** How far pixels are fitted, in widths at half maximum. */
    private static final double REACH = 1.4;

    private final Residual residual;
    private final StarImages images;
    private final List<Source> sources;
    private final Glimpse glimpse;
    private final StarFit star;
    private final double[] drawn;
    private final double[] x;
    private final double[] y;
    private final double[] flux;

    Crowd(Residual residual, PointSpread model, List<Source> sources) {
        StarImage first = model.at(0, 0);
        this.residual = residual;
        this.images = new StarImages(model);
        this.sources = sources;
        this.glimpse = new Glimpse(residual, (int) Math.max(2, Math.round(REACH * first.fwhm())));
        this.star = new StarFit(glimpse);
        this.drawn = new double[(2 * first.reach() + 1) * (2 * first.reach() + 1)];
        this.x = sources.stream().mapToDouble(source -> source.x() - 1).toArray();
        this.y = sources.stream().mapToDouble(source -> source.y() - 1).toArray();
        this.flux = new double[sources.size()];
    }

    /** One for each source, in their order; nothing where too little of it is seen. The pixels are left without them. */
    List<Optional<PointFit>> fits() {
        int[] order = IntStream.range(0, sources.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> -sources.get(i).inOutline().value()))
                .mapToInt(i -> i)
                .toArray();
        List<Optional<PointFit>> fits = new ArrayList<>(
                sources.stream().map(source -> Optional.<PointFit>empty()).toList());
        for (int round = 0; round < ROUNDS; round++) {
            for (int i : order) {
                fits.set(i, fit(i, round == ROUNDS - 1));
            }
        }
        return fits;
    }

    private Optional<PointFit> fit(int i, boolean last) {
        StarImage image = images.at(x[i], y[i]);
        add(image, x[i], y[i], flux[i]);
        glimpse.lookAt(x[i], y[i]);
        if (!star.fit(image, x[i], y[i], 0)) {
            flux[i] = 0;
            return Optional.empty();
        }
        x[i] = star.x();
        y[i] = star.y();
        flux[i] = star.flux();
        add(image, x[i], y[i], -flux[i]);
        return last ? result(image) : Optional.empty();
    }

    /** Nothing where the pixels do not tell how good the fit is. */
    private Optional<PointFit> result(StarImage image) {
        double[] errors = star.errors();
        Spread spread = Spread.of(star, image, glimpse.light());
        return Optional.of(new PointFit(
                        star.flux(),
                        errors[0],
                        star.x() + 1,
                        star.y() + 1,
                        Math.sqrt((errors[1] * errors[1] + errors[2] * errors[2]) / 2),
                        star.chiSquare(),
                        spread.value(),
                        spread.error()))
                .filter(fit -> Double.isFinite(fit.fluxError() + fit.positionError()));
    }

    private void add(StarImage image, double atX, double atY, double light) {
        if (light == 0) {
            return;
        }
        Square square = Square.around(atX, atY, image.reach());
        image.draw(atX, atY, square, drawn);
        for (int row = Math.max(0, -square.bottom());
                row < Math.min(square.size(), residual.height() - square.bottom());
                row++) {
            int from = Math.max(0, -square.left());
            int to = Math.min(square.size(), residual.width() - square.left());
            int place = (square.bottom() + row) * residual.width() + square.left();
            for (int column = from; column < to; column++) {
                residual.values()[place + column] += (float) (light * drawn[row * square.size() + column]);
            }
        }
    }
}
