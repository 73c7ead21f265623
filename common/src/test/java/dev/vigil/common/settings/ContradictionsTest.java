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
                "producer.units.HSC.packaging", "rice",
                "producer.units.HSC.release-after", "30 d",
                "monitor.units.HSC.copies", "/copies/{path}"));
        assertThat(config.check())
                .containsExactly(
                        "producer.units.HSC.packaging is for files that Vigil moves, and monitor.units.HSC.copies"
                                + " leaves those of HSC to other software: take one of the two out",
                        "producer.units.HSC.release-after is for files that Vigil moves, and monitor.units.HSC.copies"
                                + " leaves those of HSC to other software: take one of the two out");
        assertThat(config.with("producer.units.HSC.packaging", "none")
                        .with("producer.units.HSC.release-after", "0 s")
                        .check())
                .isEmpty();
    }

    @Test
    void whatIsSetForAllUnitsIsNotMeantForOneWhoseFilesOthersMove() {
        Map<String, String> ofAll = Map.of("producer.packaging", "rice", "producer.release-after", "30 d");
        assertThat(Config.of(ofAll)
                        .with("monitor.units.HSC.copies", "/copies/{path}")
                        .check())
                .isEmpty();
        assertThat(Config.of(ofAll).with("monitor.copies", "/copies/{path}").check())
                .hasSize(2)
                .allMatch(mistake -> mistake.contains("monitor.copies leaves those of all units to other software"))
                .anyMatch(mistake -> mistake.endsWith("as producer.units.UNIT.release-after"));
    }

    @Test
    void norIsItHeldAgainstTheOriginalsOfSuchAUnit() {
        Config config = Config.of(Map.of(
                "producer.release-after", "30 d",
                "producer.units.HSC.originals", "kept",
                "monitor.units.HSC.copies", "/copies/{path}"));
        assertThat(config.check()).isEmpty();
        assertThat(config.with("producer.units.FAR.originals", "kept").check())
                .singleElement()
                .asString()
                .contains("producer.units.FAR.originals", "may be deleted");
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

    @Test
    void aValueThatIsWrongKeepsOnlyWhatNeedsItFromBeingTold() {
        Config config = Config.of(Map.of(
                "producer.packaging", "cardboard",
                "monitor.units.HSC.ingested", "told",
                "producer.units.FAR.packaging", "lossy",
                "producer.units.DEC.copies", "here",
                "monitor.units.DEC.copies", "nowhere",
                "producer.units.DEC.release-after", "30 d"));
        assertThat(config.check())
                .hasSize(5)
                .anyMatch(mistake -> mistake.contains("producer.packaging must be"))
                .anyMatch(mistake -> mistake.contains("monitor.units.DEC.copies must be"))
                .anyMatch(mistake -> mistake.contains("there is no setting producer.units.DEC.copies"))
                .anyMatch(mistake -> mistake.startsWith("producer.units.FAR.packaging is lossy"))
                .anyMatch(mistake -> mistake.startsWith("monitor.units.HSC.ingested says"));
    }

    @Test
    void whatNeedsAnotherSettingSaysWhich() {
        Config config = Config.of(Map.of(
                "producer.offer", "sftp",
                "producer.tls-key", "/etc/key.pem",
                "registry.deserializer", "io.example.Reader",
                "auditor.release", "true",
                "auditor.rate", "0"));
        assertThat(config.check())
                .hasSize(5)
                .anyMatch(mistake -> mistake.contains("producer.sftp is empty: say where"))
                .contains("producer.tls-key is set, and producer.tls-certificate is not: set both, or neither")
                .contains("registry.deserializer is set, and registry.serializer is not: set both, or neither")
                .anyMatch(mistake -> mistake.contains("no producer.release-after says when files may be deleted"))
                .anyMatch(mistake -> mistake.contains("auditor.rate is 0"));
        assertThat(config.with("producer.sftp", "sftp://camera@host/data")
                        .with("producer.tls-certificate", "/etc/producer.pem")
                        .with("registry.serializer", "io.example.Writer")
                        .with("producer.units.FAR.release-after", "30 d")
                        .with("auditor.rate", "5")
                        .check())
                .isEmpty();
    }

    @Test
    void oneCertificateIsEnoughAndIsSaidInItsAddress() {
        Config config = Config.of(Map.of(
                "producer.tls-keystore", "/etc/producer.p12",
                "producer.tls-key", "/etc/key.pem",
                "producer.address", "https://fibre:9200, http://radio:9200"));
        assertThat(config.check())
                .containsExactly(
                        "producer.tls-keystore is set, and producer.tls-key as well: take one or the other out",
                        "producer.address says http://radio:9200, and with producer.tls-keystore files are served"
                                + " encrypted: write https");
    }

    private static String check(String name, String value) {
        return Config.of(Map.of(name, value)).check().toString();
    }
}
