package dev.vigil.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ContradictionsTest {
    @Test
    void aSignOfIngestWithoutAPlaceOfCopiesIsNamed() {
        assertThat(Config.of(Map.of("monitor.units.HSC.ingested", "told")).check())
                .singleElement()
                .asString()
                .contains("monitor.units.HSC.ingested")
                .contains("monitor.copies");
    }

    @Test
    void whatIsForFilesThatVigilMovesDoesNotGoWithFilesThatOthersMove() {
        Config config = Config.of(Map.of(
                "producer.packaging", "rice",
                "producer.units.HSC.release-after", "30 d",
                "monitor.units.HSC.copies", "/copies/{path}"));
        assertThat(config.check()).hasSize(2);
        assertThat(config.check()).anyMatch(mistake -> mistake.contains("producer.packaging is for files"));
        assertThat(config.check())
                .anyMatch(mistake -> mistake.contains("producer.units.HSC.release-after is for files"));
        assertThat(config.with("producer.units.HSC.packaging", "none")
                        .with("producer.units.HSC.release-after", "0 s")
                        .check())
                .isEmpty();
    }

    @Test
    void aPlaceThatAllFilesShareIsRefused() {
        assertThat(check("monitor.copies", "/copies/{night}")).contains("a whole path with {path} or {name}");
        assertThat(check("monitor.copies", "copies/{path}")).contains("a whole path");
        assertThat(check("monitor.ingested", "in /log: ok")).contains("'in FILE: TEXT'");
        assertThat(check("monitor.ingested", "in log: {name}")).contains("'in FILE: TEXT'");
    }

    @Test
    void aSignIsReadAsItIsWritten() {
        for (String text :
                new String[] {"told", "", "/repo/{night}/{stem}.yaml", "in /log-{night}: \"f\": \"{name}\""}) {
            assertThat(IngestNews.parse(text)).hasToString(text);
        }
        assertThat(IngestNews.parse("in /log: a: {name}").words()).isEqualTo("a: {name}");
    }

    private static String check(String name, String value) {
        return Config.of(Map.of(name, value)).check().toString();
    }
}
