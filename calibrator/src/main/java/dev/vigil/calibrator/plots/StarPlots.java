package dev.vigil.calibrator.plots;

import dev.vigil.reduction.astrometry.Fit;
import dev.vigil.reduction.astrometry.Placement;
import dev.vigil.reduction.astrometry.Residual;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.FieldMap;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.photometry.ColourTerm;
import dev.vigil.reduction.photometry.Photometry;
import dev.vigil.reduction.photometry.Standard;
import dev.vigil.reduction.photometry.ZeroPoint;
import dev.vigil.reduction.references.ReferenceBand;
import dev.vigil.reduction.statistics.Median;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Draws what the catalogue's stars say of a reduced frame: how well they lie in their places, and how bright they are. */
public final class StarPlots {
    private static final int MOST_DOTS = 1500;
    private static final int FEWEST = 3;

    private final List<Part> parts;
    private final Mosaic mosaic;
    private final PlotSheet sheet = new PlotSheet();

    private StarPlots(List<Part> parts) {
        this.parts = parts;
        this.mosaic = new Mosaic(parts.size());
    }

    /**
     * A detector of the frame.
     *
     * @param findings what was found on it; {@link Findings#NONE} if it could not be reduced
     */
    public record Part(String name, Findings findings, Size size) {
        private Optional<Fit> fit() {
            return findings.placement() instanceof Placement.Tried tried
                    ? tried.solution().fit()
                    : Optional.empty();
        }

        private Optional<Photometry.Calibrated> calibrated() {
            return findings.photometry()
                    .calibrated()
                    .filter(found -> found.standards().size() >= FEWEST);
        }
    }

    /** A star whose magnitude is known, and the zero point that it is held against. */
    private record Held(Standard star, ZeroPoint zero) {
        /** By how much the star's own zero point lies above that of its detector for its colour. */
        double beside() {
            double forColour = zero.colour()
                    .filter(term -> star.colour().isPresent())
                    .map(term -> term.coefficient() * (star.colour().getAsDouble() - term.reference()))
                    .orElse(0.0);
            return star.zeroPoint() - zero.magnitude() - forColour;
        }
    }

    /** Empty where no star of a catalogue was matched. */
    public static Optional<String> of(List<Part> detectors) {
        StarPlots plots = new StarPlots(detectors);
        plots.addPlaces();
        plots.addZeroPoints();
        return Optional.of(plots.sheet).filter(sheet -> !sheet.isEmpty()).map(PlotSheet::svg);
    }

    private void addPlaces() {
        Size each = largest();
        List<Residual> residuals = IntStream.range(0, parts.size())
                .boxed()
                .flatMap(i -> parts.get(i).fit().stream()
                        .flatMap(fit -> fit.residuals().stream())
                        .map(residual ->
                                new Residual(mosaic.place(i, residual.place(), each), residual.right(), residual.up())))
                .toList();
        if (residuals.size() >= FEWEST) {
            double scale = Median.of(
                    parts.stream().flatMap(part -> part.fit().stream()).toList(),
                    fit -> fit.coordinates().map().arcsecondsPerPixel());
            sheet.add(new VectorPanel(residuals, mosaic.size(each), scale));
            addMosaic(
                    "rms beside the catalogue by detector, ″",
                    part -> part.fit().map(Fit::rmsArcseconds),
                    MapPanel::ofNumbers);
        }
    }

    private Size largest() {
        return new Size(
                parts.stream().mapToInt(part -> part.size().width()).max().orElseThrow(),
                parts.stream().mapToInt(part -> part.size().height()).max().orElseThrow());
    }

    /** Draws how detectors differ, where there are several. */
    private void addMosaic(
            String title, Function<Part, Optional<Double>> number, BiFunction<String, FieldMap, MapPanel> panel) {
        List<OptionalDouble> numbers = parts.stream()
                .map(number)
                .map(known -> known.map(OptionalDouble::of).orElseGet(OptionalDouble::empty))
                .toList();
        mosaic.map(numbers)
                .ifPresent(map -> sheet.add(panel.apply(title, map)
                        .named(parts.stream().map(Part::name).toList())));
    }

    private void addZeroPoints() {
        List<Photometry.Calibrated> known =
                parts.stream().flatMap(part -> part.calibrated().stream()).toList();
        if (known.isEmpty()) {
            return;
        }
        List<Held> stars = known.stream()
                .flatMap(found -> found.standards().stream().map(star -> new Held(star, found.zeroPoint())))
                .toList();
        addZeroPointMap(known, stars);
        ReferenceBand band = known.get(0).band();
        sheet.add(scatter(
                "zero point of each star, mag",
                band.name() + " in the catalogue, mag",
                stars,
                held -> held.star().sight().magnitude(),
                summary(known, stars)));
        addColours(known, stars, band.colour().orElse("colour"));
    }

    private void addZeroPointMap(List<Photometry.Calibrated> known, List<Held> stars) {
        if (parts.size() == 1) {
            FieldMap.of(parts.get(0).size(), points(stars))
                    .ifPresent(map -> sheet.add(MapPanel.ofThousandths("zero point over the field, 0.001 mag", map)));
            return;
        }
        double middle = Median.of(known, found -> found.zeroPoint().magnitude());
        addMosaic(
                "zero point by detector, 0.001 mag",
                part -> part.calibrated().map(found -> found.zeroPoint().magnitude() - middle),
                MapPanel::ofThousandths);
    }

    private static String summary(List<Photometry.Calibrated> known, List<Held> stars) {
        ZeroPoint zero = known.get(0).zeroPoint();
        return known.size() == 1
                ? String.format(
                        Locale.ROOT, "about %.3f ± %.3f mag, %d stars", zero.magnitude(), zero.error(), zero.stars())
                : "about that of its detector, " + stars.size() + " stars";
    }

    private void addColours(List<Photometry.Calibrated> known, List<Held> stars, String colour) {
        List<Held> coloured =
                stars.stream().filter(held -> held.star().colour().isPresent()).toList();
        if (coloured.size() >= FEWEST) {
            sheet.add(scatter(
                    "zero point less the colour term, mag",
                    colour + ", mag",
                    coloured,
                    held -> held.star().colour().orElseThrow(),
                    terms(known)));
        }
    }

    private static String terms(List<Photometry.Calibrated> known) {
        List<ColourTerm> terms = known.stream()
                .flatMap(found -> found.zeroPoint().colour().stream())
                .toList();
        if (terms.isEmpty()) {
            return "no colour term";
        }
        if (known.size() == 1) {
            return words(terms.get(0));
        }
        DoubleSummaryStatistics range =
                terms.stream().mapToDouble(ColourTerm::coefficient).summaryStatistics();
        return String.format(
                Locale.ROOT,
                "colour terms %.3f to %.3f of %s",
                range.getMin(),
                range.getMax(),
                terms.get(0).colour());
    }

    private static String words(ColourTerm term) {
        return String.format(
                Locale.ROOT, "colour term %.3f ± %.3f of %s", term.coefficient(), term.error(), term.colour());
    }

    private static ScatterPanel scatter(
            String title, String across, List<Held> stars, ToDoubleFunction<Held> x, String foot) {
        int step = (stars.size() + MOST_DOTS - 1) / MOST_DOTS;
        List<ScatterPanel.Dot> dots = new ArrayList<>();
        for (int i = 0; i < stars.size(); i += step) {
            Held held = stars.get(i);
            dots.add(new ScatterPanel.Dot(x.applyAsDouble(held), held.beside()));
        }
        return new ScatterPanel(title, across, dots, foot);
    }

    private static List<FieldMap.Point> points(List<Held> stars) {
        return stars.stream()
                .map(held -> new FieldMap.Point(
                        held.star().sight().place().x(),
                        held.star().sight().place().y(),
                        held.beside()))
                .toList();
    }
}
