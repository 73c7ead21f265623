package dev.vigil.calibrator.plots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.reduction.astrometry.Fit;
import dev.vigil.reduction.astrometry.Placement;
import dev.vigil.reduction.astrometry.Residual;
import dev.vigil.reduction.astrometry.Solution;
import dev.vigil.reduction.coordinates.Distortion;
import dev.vigil.reduction.coordinates.LinearMap;
import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.ephemeris.Circumstances;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.findings.Measurement;
import dev.vigil.reduction.photometry.Photometry;
import dev.vigil.reduction.photometry.Standard;
import dev.vigil.reduction.photometry.ZeroPoint;
import dev.vigil.reduction.references.ReferenceBand;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class StarPlotsTest {
    private static final int STARS = 200;
    private static final Size SIZE = new Size(400, 300);
    private static final Placement NOT_PLACED = new Placement.NotRun("nobody asked");
    private static final Photometry NOT_MEASURED = new Photometry.NotRun("nobody asked");

    private final Random random = new Random(1);

    private PixelPosition place() {
        return new PixelPosition(1 + 399 * random.nextDouble(), 1 + 299 * random.nextDouble());
    }

    private Placement placed() {
        List<Residual> residuals = IntStream.range(0, STARS)
                .mapToObj(i -> new Residual(place(), 0.1 * random.nextGaussian(), 0.1 * random.nextGaussian()))
                .toList();
        WorldCoordinates coordinates = new WorldCoordinates(
                new SkyPosition(10, 20),
                new PixelPosition(200, 150),
                new LinearMap(-0.0002, 0, 0, 0.0002),
                new Distortion.None());
        return new Placement.Tried(
                "stars",
                new Solution.Good(new Fit(coordinates, STARS, 0.1, 1, 1, residuals), List.of()),
                Optional.empty());
    }

    private Photometry measured(OptionalDouble colour) {
        List<Standard> standards = IntStream.range(0, STARS)
                .mapToObj(i -> new Standard(
                        25 + 0.02 * random.nextGaussian(),
                        0.01,
                        colour,
                        new Standard.Sight(place(), 12 + 6 * random.nextDouble())))
                .toList();
        ZeroPoint zero = new ZeroPoint(25, 0.002, 0.02, STARS, Optional.empty());
        return new Photometry.Calibrated(
                "stars",
                new ReferenceBand("G", "Vega", Optional.of("BP-RP")),
                zero,
                20,
                OptionalDouble.empty(),
                standards,
                30);
    }

    private static Optional<String> plots(Placement placement, Photometry photometry) {
        return StarPlots.of(List.of(part("main", placement, photometry)));
    }

    private static StarPlots.Part part(String name, Placement placement, Photometry photometry) {
        return new StarPlots.Part(
                name,
                new Findings(Measurement.NONE, Optional.empty(), placement, photometry, Circumstances.UNKNOWN),
                SIZE);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void eachStarHasALineWhereItLiesBesideItsPlaceAndADotForItsZeroPoint() throws Exception {
        String svg = plots(placed(), measured(OptionalDouble.of(0.8))).orElseThrow();
        Document drawn = parsed(svg);
        assertThat(drawn.getElementsByTagName("circle").getLength())
                .as("of each star one place, one magnitude, one colour")
                .isEqualTo(3 * STARS);
        assertThat(svg)
                .contains("stars beside their places in the catalogue", "half of 200 stars lie within 0.0")
                .contains("zero point over the field", "about 25.000 ± 0.002 mag, 200 stars", "G in the catalogue, mag")
                .contains("BP-RP, mag", "no colour term")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void theDetectorsOfAMosaicAreDrawnSideBySideAndComparedByName() throws Exception {
        List<StarPlots.Part> parts = List.of(
                part("N4", placed(), measured(OptionalDouble.of(0.8))),
                new StarPlots.Part("S30", Findings.NONE, new Size(1, 1)),
                part("S<1", placed(), measured(OptionalDouble.of(0.8))));
        String svg = StarPlots.of(parts).orElseThrow();
        Document drawn = parsed(svg);
        assertThat(drawn.getElementsByTagName("circle").getLength())
                .as("of each star one place and one magnitude, one colour")
                .isEqualTo(3 * 2 * STARS);
        assertThat(svg)
                .contains("half of 400 stars lie within 0.0", "about that of its detector, 400 stars")
                .contains(
                        "rms beside the catalogue by detector",
                        "zero point by detector",
                        "N4: 0.10",
                        "S&lt;1: 0.10",
                        "N4: +0",
                        "S&lt;1: +0")
                .doesNotContain("S30", "NaN", "Infinity");
        assertThat(right(drawn)).as("no line leaves the drawing").isLessThan(Panel.SIDE);
    }

    private static double right(Document drawn) {
        NodeList lines = drawn.getElementsByTagName("svg").item(1).getChildNodes();
        return IntStream.range(0, lines.getLength())
                .mapToObj(lines::item)
                .filter(node -> node.getNodeName().equals("circle"))
                .mapToDouble(node -> Double.parseDouble(
                        node.getAttributes().getNamedItem("cx").getNodeValue()))
                .max()
                .orElseThrow();
    }

    @Test
    void starsWithoutColourHaveNoPlotOfIt() throws Exception {
        String svg = plots(NOT_PLACED, measured(OptionalDouble.empty())).orElseThrow();
        parsed(svg);
        assertThat(svg).doesNotContain("BP-RP", "beside their places");
    }

    @Test
    void whereNoStarWasMatchedThereIsNoPlot() {
        assertThat(plots(NOT_PLACED, NOT_MEASURED)).isEmpty();
    }

    @Test
    void aStarFarFromAllOthersIsDrawnAtTheEdgeAndDoesNotPressTheRestIntoALine() throws Exception {
        List<ScatterPanel.Dot> dots = IntStream.range(0, 100)
                .mapToObj(i -> new ScatterPanel.Dot(i, i == 50 ? 40 : 0.01 * random.nextGaussian()))
                .toList();
        PlotSheet sheet = new PlotSheet();
        sheet.add(new ScatterPanel("a < b", "x", dots, ""));
        parsed(sheet.svg());
        assertThat(sheet.svg()).contains("a &lt; b", ">+0.0").doesNotContain(">+40");
    }
}
