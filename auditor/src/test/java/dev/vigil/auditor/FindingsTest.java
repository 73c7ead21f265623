package dev.vigil.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.audit.Difference;
import dev.vigil.audit.Lookout;
import dev.vigil.audit.Repair;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.TopicKeeper;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.embedded.EmbeddedBroker;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found stays on the topic as long as it is so, over restarts too. */
class FindingsTest {
    private static final Difference MISSING = new Difference(
            Difference.Kind.MISSING, "T1/2026-11-19/a.fits", "the archive lacks it", new Repair.ByHand("look"));
    private static final Difference DAMAGED = new Difference(
            Difference.Kind.DAMAGED, "T1/2026-11-19/b.fits", "its bytes changed", new Repair.ByHand("look"));

    private static final FrameId A = new FrameId("T1/2026-11-19/a.fits");
    private static final FrameId B = new FrameId("T1/2026-11-19/b.fits");
    private static final FrameId C = new FrameId("T1/2026-11-19/c.fits");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private EmbeddedBroker broker;
    private KafkaSettings kafka;
    private Findings findings;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        broker = EmbeddedBroker.start(folder, 0, Map.of());
        kafka = new KafkaSettings(broker.bootstrapServers(), Map.of(), 2, 1);
        TopicKeeper.ensure(kafka);
        findings = Findings.open(kafka, meters, Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        findings.close();
        broker.close();
    }

    private void again() {
        findings.close();
        findings = Findings.open(kafka, new SimpleMeterRegistry(), Clock.systemUTC());
    }

    private Map<String, String> said() {
        Map<String, String> said = new TreeMap<>();
        try (TopicReader reader = TopicReader.fromBeginning(kafka, Topics.AUDIT_DIFFERENCES.name())) {
            reader.untilEnd(record -> {
                String key = new String(record.key(), StandardCharsets.UTF_8);
                if (record.value() == null) {
                    said.remove(key);
                } else {
                    said.put(key, new String(record.value(), StandardCharsets.UTF_8));
                }
            });
        }
        return said;
    }

    @Test
    void whatIsFoundIsSaidAndTakenBackWhenItIsPutRight() {
        findings.round(List.of(MISSING), Set.of());
        findings.damaged("raw/T1/b.fits", DAMAGED);
        again();
        assertThat(said()).containsOnlyKeys("T1/2026-11-19/a.fits#missing", "raw/T1/b.fits#read");
        assertThat(said().get("T1/2026-11-19/a.fits#missing")).contains("\"remedy\":\"look\"", "the archive lacks it");
        findings.round(List.of(), Set.of());
        again();
        assertThat(said()).containsOnlyKeys("raw/T1/b.fits#read");
        findings.good("raw/T1/b.fits");
        again();
        assertThat(said()).isEmpty();
    }

    @Test
    void aRoundDoesNotTakeBackWhatOnlyReadingShows() {
        findings.damaged("raw/T1/b.fits", DAMAGED);
        findings.round(List.of(), Set.of());
        again();
        findings.round(List.of(), Set.of());
        findings.close();
        assertThat(said()).containsOnlyKeys("raw/T1/b.fits#read");
        findings = Findings.open(kafka, new SimpleMeterRegistry(), Clock.systemUTC());
    }

    @Test
    void whatALookFindsIsSaidAtOnceAndTakenBackWhenItIsThereAgainOrWaitsNoLonger() {
        findings.looked(new Lookout.Seen(Set.of(A, B, C), Set.of(C), Set.of(Lookout.gone(A), Lookout.gone(B))));
        again();
        assertThat(said()).containsOnlyKeys(A + "#lost", B + "#lost");
        findings.round(List.of(Lookout.gone(A), Lookout.gone(B), MISSING), Set.of());
        findings.looked(new Lookout.Seen(Set.of(A, C), Set.of(A, C), Set.of()));
        again();
        assertThat(said()).containsOnlyKeys("T1/2026-11-19/a.fits#missing");
    }

    @Test
    void whatALookDidNotGetToIsLeftAsItIs() {
        findings.looked(new Lookout.Seen(Set.of(A), Set.of(), Set.of(Lookout.gone(A))));
        findings.looked(new Lookout.Seen(Set.of(A), Set.of(), Set.of()));
        again();
        assertThat(said()).containsOnlyKeys(A + "#lost");
    }

    @Test
    void aRoundThatCouldNotAskADiskTakesNothingBackThatOnlyTheDiskShows() {
        findings.round(List.of(Lookout.gone(A), MISSING), Set.of());
        findings.round(List.of(), Set.of("T1"));
        again();
        findings.round(List.of(), Set.of("T1"));
        findings.close();
        assertThat(said()).containsOnlyKeys(A + "#lost");
        findings = Findings.open(kafka, new SimpleMeterRegistry(), Clock.systemUTC());
        findings.round(List.of(), Set.of("T2"));
        findings.close();
        assertThat(said()).isEmpty();
        findings = Findings.open(kafka, new SimpleMeterRegistry(), Clock.systemUTC());
    }

    @Test
    void whatALookTookBackNoRoundTakesBackOnceMore() {
        findings.round(List.of(Lookout.gone(A)), Set.of());
        again();
        findings.round(List.of(Lookout.gone(A)), Set.of());
        findings.looked(new Lookout.Seen(Set.of(A), Set.of(A), Set.of()));
        findings.round(List.of(), Set.of());
        again();
        assertThat(timesTakenBack(A + "#lost")).isEqualTo(1);
    }

    private int timesTakenBack(String key) {
        AtomicInteger times = new AtomicInteger();
        try (TopicReader reader = TopicReader.fromBeginning(kafka, Topics.AUDIT_DIFFERENCES.name())) {
            reader.untilEnd(record -> {
                if (record.value() == null && key.equals(new String(record.key(), StandardCharsets.UTF_8))) {
                    times.incrementAndGet();
                }
            });
        }
        return times.get();
    }

    @Test
    void whatWasWrittenOverStaysLostThoughAFileIsThere() {
        Difference over = new Difference(
                Difference.Kind.LOST, A.value(), "another exposure was written over it", new Repair.ByHand("look"));
        findings.round(List.of(over), Set.of());
        findings.looked(new Lookout.Seen(Set.of(A), Set.of(A), Set.of()));
        again();
        assertThat(said()).containsOnlyKeys(A + "#lost");
    }

    @Test
    void theMetricsCountWhatIsDifferentNow() {
        findings.round(List.of(MISSING), Set.of());
        assertThat(meters.get("vigil.audit.differences")
                        .tag("kind", "missing")
                        .gauge()
                        .value())
                .isEqualTo(1);
        findings.round(List.of(), Set.of());
        assertThat(meters.get("vigil.audit.differences")
                        .tag("kind", "missing")
                        .gauge()
                        .value())
                .isZero();
    }
}
