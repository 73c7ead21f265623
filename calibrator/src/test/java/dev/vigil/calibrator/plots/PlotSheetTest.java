package dev.vigil.calibrator.plots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.reduction.findings.FieldMap;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PlotSheetTest {
    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void eachKnownCellIsDrawnInItsColourTheLowestRowAtTheBottom() throws Exception {
        PlotSheet plot = new PlotSheet();
        plot.add(MapPanel.ofNumbers("width", new FieldMap(2, 2, List.of(1.0, 2.0, Double.NaN, 3.0))));
        Document svg = parsed(plot.svg());
        assertThat(svg.getElementsByTagName("rect").getLength())
                .as("the ground and three cells")
                .isEqualTo(4);
        assertThat(plot.svg())
                .contains("y=\"184.0\" width=\"150.3\" height=\"150.3\" fill=\"#440154\"")
                .contains("fill=\"#fde725\"", ">1.00 to 3.00<")
                .doesNotContain("NaN");
    }

    @Test
    void aFlatMapHasOneColourAndNoDivisionByNothing() throws Exception {
        PlotSheet plot = new PlotSheet();
        plot.add(MapPanel.ofShares("background", new FieldMap(2, 1, List.of(0.0, 0.0))));
        parsed(plot.svg());
        assertThat(plot.svg()).contains("#21918c", "+0.0 % to +0.0 %").doesNotContain("NaN");
    }
}
