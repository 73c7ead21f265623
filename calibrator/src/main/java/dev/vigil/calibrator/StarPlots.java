package dev.vigil.calibrator;

import dev.vigil.reduction.astrometry.Placement;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.FieldMap;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.photometry.ColourTerm;
import dev.vigil.reduction.photometry.Photometry;
import dev.vigil.reduction.photometry.Standard;
import dev.vigil.reduction.photometry.ZeroPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Draws what the catalogue's stars say of a reduced detector: how well they lie in their places, and how bright they are. */
final class StarPlots {
    private static final int MOST_DOTS = 1500;
    private static final int FEWEST = 3;

    private final PlotSheet sheet = new PlotSheet();

    private StarPlots() {}

    /** Empty where no star of a catalogue was matched. */
    static Optional<String> of(Findings findings, Size size) {
        StarPlots plots = new StarPlots();
        plots.addPlaces(findings.placement(), size);
        findings.photometry().calibrated().ifPresent(found -> plots.addZeroPoint(found, size));
        return Optional.of(plots.sheet).filter(sheet -> !sheet.isEmpty()).map(PlotSheet::svg);
    }

    private void addPlaces(Placement placement, Size size) {
        if (placement instanceof Placement.Tried tried) {
            tried.solution()
                    .fit()
                    .filter(fit -> fit.residuals().size() >= FEWEST)
                    .ifPresent(fit -> sheet.add(new VectorPanel(
                            fit.residuals(), size, fit.coordinates().map().arcsecondsPerPixel())));
        }
    }

    private void addZeroPoint(Photometry.Calibrated found, Size size) {
        List<Standard> stars = found.standards();
        if (stars.size() < FEWEST) {
            return;
        }
        ZeroPoint zero = found.zeroPoint();
        FieldMap.of(size, zeroPoints(stars, zero))
                .ifPresent(map -> sheet.add(MapPanel.ofThousandths("zero point over the field, 0.001 mag", map)));
        sheet.add(scatter(
                "zero point of each star, mag",
                found.band().name() + " in the catalogue, mag",
                stars,
                zero,
                star -> star.sight().magnitude(),
                String.format(
                        Locale.ROOT, "about %.3f ± %.3f mag, %d stars", zero.magnitude(), zero.error(), zero.stars())));
        addColours(stars, zero, found.band().colour().orElse("colour"));
    }

    private void addColours(List<Standard> stars, ZeroPoint zero, String colour) {
        List<Standard> known =
                stars.stream().filter(star -> star.colour().isPresent()).toList();
        if (known.size() >= FEWEST) {
            sheet.add(scatter(
                    "zero point less the colour term, mag",
                    colour + ", mag",
                    known,
                    zero,
                    star -> star.colour().orElseThrow(),
                    zero.colour().map(StarPlots::words).orElse("no colour term")));
        }
    }

    private static String words(ColourTerm term) {
        return String.format(
                Locale.ROOT, "colour term %.3f ± %.3f of %s", term.coefficient(), term.error(), term.colour());
    }

    private static ScatterPanel scatter(
            String title,
            String across,
            List<Standard> stars,
            ZeroPoint zero,
            ToDoubleFunction<Standard> x,
            String foot) {
        int step = (stars.size() + MOST_DOTS - 1) / MOST_DOTS;
        List<ScatterPanel.Dot> dots = new ArrayList<>();
        for (int i = 0; i < stars.size(); i += step) {
            Standard star = stars.get(i);
            dots.add(new ScatterPanel.Dot(x.applyAsDouble(star), beside(star, zero)));
        }
        return new ScatterPanel(title, across, dots, foot);
    }

    private static List<FieldMap.Point> zeroPoints(List<Standard> stars, ZeroPoint zero) {
        return stars.stream()
                .map(star -> new FieldMap.Point(
                        star.sight().place().x(), star.sight().place().y(), beside(star, zero)))
                .toList();
    }

    /** By how much a star's own zero point lies above that of the frame for its colour. */
    private static double beside(Standard star, ZeroPoint zero) {
        double forColour = zero.colour()
                .filter(term -> star.colour().isPresent())
                .map(term -> term.coefficient() * (star.colour().getAsDouble() - term.reference()))
                .orElse(0.0);
        return star.zeroPoint() - zero.magnitude() - forColour;
    }
}
