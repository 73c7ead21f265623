package dev.vigil.portal;

import dev.vigil.ledger.Measured;
import dev.vigil.ledger.SkyQuality;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Measurements;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Seeing, sky and the like through a night; only what was measured on some frames has a plot. */
final class NightPlots {
    private static final int COLOURS = 8;
    private static final int FEWEST = 2;
    private static final String NO_FILTER = "no filter";

    private final List<Measured> frames;
    private final List<String> filters;
    private final Map<FrameId, SkyQuality> skies;

    private NightPlots(Collection<Measured> measured, Map<FrameId, SkyQuality> skies) {
        this.skies = skies;
        this.frames = measured.stream()
                .filter(each -> each.type() == FrameType.SCIENCE && each.start().isPresent())
                .toList();
        this.filters =
                frames.stream().map(NightPlots::filter).distinct().sorted().toList();
    }

    /** The plots as one part of the page; empty while fewer than two frames were measured. */
    static Html of(Collection<Measured> measured, Map<FrameId, SkyQuality> skies) {
        return new NightPlots(measured, skies).section();
    }

    private Html section() {
        List<Html> charts = Stream.of(
                        seeing(),
                        chart("Sky", "electrons per pixel", Measurements::sky),
                        chart(
                                "Sources",
                                "",
                                measurements -> measurements.sources().map(Long::doubleValue)),
                        chart("Astrometry", "″ rms", Quantity.ASTROMETRY_RESIDUAL::in),
                        chart("Zero point", "mag", Quantity.ZERO_POINT::in),
                        chart("Depth, 5σ", "mag", Quantity.LIMITING_MAGNITUDE::in),
                        chartOf("Transparency", "of the best", this::transparency),
                        chart("Airmass", "", Quantity.AIRMASS::in),
                        chart("Moon's altitude", "°", Quantity.MOON_ALTITUDE::in),
                        chart("Sun's altitude", "°", Quantity.SUN_ALTITUDE::in))
                .flatMap(Optional::stream)
                .map(Chart::svg)
                .toList();
        return Html.of(
                "<div id=\"plots\">{}</div>\n",
                Html.of("""
                <h2>Through the night <span class="unit">hours in UTC</span></h2>
                <p class="legend">{}</p>
                <div class="charts">{}</div>
                """, legend(), Html.join(charts)).when(!charts.isEmpty()));
    }

    /** In seconds of arc where every frame has them, else in pixels, so that one plot has one unit. */
    private Optional<Chart> seeing() {
        boolean hasScale = frames.stream()
                .map(Measured::measurements)
                .noneMatch(
                        each -> each.seeing().isPresent() && each.seeingArcsec().isEmpty());
        return hasScale
                ? chart("Seeing", "″", Measurements::seeingArcsec)
                : chart("Seeing", "pixels", Measurements::seeing);
    }

    private Optional<Double> transparency(Measured frame) {
        return Optional.ofNullable(skies.get(frame.frame())).map(SkyQuality::transparency);
    }

    private Optional<Chart> chart(String name, String unit, Function<Measurements, Optional<Double>> reading) {
        return chartOf(name, unit, frame -> reading.apply(frame.measurements()));
    }

    private Optional<Chart> chartOf(String name, String unit, Function<Measured, Optional<Double>> reading) {
        List<Chart.Dot> dots = frames.stream()
                .flatMap(frame -> reading.apply(frame).stream().map(value -> dot(frame, value)))
                .toList();
        return dots.size() < FEWEST ? Optional.empty() : Optional.of(new Chart(name, unit, dots));
    }

    private Chart.Dot dot(Measured frame, double value) {
        return new Chart.Dot(
                frame.start().orElseThrow(),
                value,
                colour(filter(frame)),
                frame.frame().fileName() + ", " + filter(frame),
                Links.frame(frame.frame().value()));
    }

    private static String filter(Measured frame) {
        return frame.filter().filter(name -> !name.isBlank()).orElse(NO_FILTER);
    }

    private int colour(String filter) {
        return filters.indexOf(filter) % COLOURS;
    }

    /** One word with a dot of its colour for each filter. */
    private Html legend() {
        return Html.join(IntStream.range(0, filters.size())
                .mapToObj(i -> Map.entry(i % COLOURS, filters.get(i)))
                .map(each -> Html.of(
                        "<span class=\"key\"><svg viewBox=\"0 0 8 8\" aria-hidden=\"true\"><circle class=\"c{}\" cx=\"4\" cy=\"4\" r=\"3.4\"/></svg> {}</span> ",
                        each.getKey(),
                        each.getValue()))
                .toList());
    }
}
