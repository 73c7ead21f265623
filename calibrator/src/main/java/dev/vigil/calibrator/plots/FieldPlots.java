package dev.vigil.calibrator.plots;

import dev.vigil.reduction.QuickLook;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.FieldMap;
import dev.vigil.reduction.findings.Measurement;
import dev.vigil.reduction.sources.SourceCatalogue;
import dev.vigil.reduction.statistics.Median;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Draws how sky and stars differ from place to place: over a frame's only detector, or from detector to detector. */
public final class FieldPlots {
    private final Mosaic mosaic;
    private final PlotSheet maps = new PlotSheet();
    private final List<String> names = new ArrayList<>();
    private final List<Measurement> measured = new ArrayList<>();

    public FieldPlots(int detectors) {
        this.mosaic = new Mosaic(detectors);
    }

    public void add(String detector, QuickLook.Seen seen) {
        names.add(detector);
        measured.add(seen.look().measurement());
        if (mosaic.detectors() == 1) {
            seen.catalogue()
                    .ifPresent(
                            catalogue -> addMaps(catalogue.found(), seen.image().size()));
        }
    }

    /** The detector could not be looked at; its place stays free. */
    public void addNothing(String detector) {
        names.add(detector);
        measured.add(Measurement.NONE);
    }

    private void addMaps(SourceCatalogue found, Size size) {
        FieldMap.background(found.sky(), size)
                .ifPresent(map -> maps.add(MapPanel.ofShares("background about its median", map)));
        FieldMap.starWidths(found, size)
                .ifPresent(map -> maps.add(MapPanel.ofNumbers("width of stars (FWHM), pixels", map)));
        FieldMap.starEllipticities(found, size)
                .ifPresent(map -> maps.add(MapPanel.ofNumbers("ellipticity of the stars' mean shape", map)));
    }

    public PlotSheet sheet() {
        return mosaic.detectors() == 1 ? maps : mosaicSheet();
    }

    private PlotSheet mosaicSheet() {
        PlotSheet sheet = new PlotSheet();
        mosaic.map(beside(each(Measurement::sky)))
                .ifPresent(map -> sheet.add(MapPanel.ofShares("sky by detector about the median", map)
                        .named(names)));
        mosaic.map(each(Measurement::fwhmPixels))
                .ifPresent(map -> sheet.add(MapPanel.ofNumbers("width of stars (FWHM) by detector, pixels", map)
                        .named(names)));
        mosaic.map(each(Measurement::ellipticity))
                .ifPresent(map -> sheet.add(MapPanel.ofNumbers("ellipticity of stars by detector", map)
                        .named(names)));
        return sheet;
    }

    private List<OptionalDouble> each(Function<Measurement, OptionalDouble> number) {
        return measured.stream().map(number).toList();
    }

    /** By which share each lies above the median of all; nothing where that is not positive. */
    private static List<OptionalDouble> beside(List<OptionalDouble> skies) {
        OptionalDouble middle = Median.known(skies);
        return middle.isPresent() && middle.getAsDouble() > 0
                ? skies.stream().map(sky -> share(sky, middle.getAsDouble())).toList()
                : List.of();
    }

    private static OptionalDouble share(OptionalDouble sky, double middle) {
        return sky.isPresent() ? OptionalDouble.of(sky.getAsDouble() / middle - 1) : sky;
    }
}
