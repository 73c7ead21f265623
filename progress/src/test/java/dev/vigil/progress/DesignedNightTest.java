package dev.vigil.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigil.progress.standing.Telescope;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.FrameEvent;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.topics.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;

/** The night that the design shows as an example. */
class DesignedNightTest {
    private static final int RECORDED = 497;

    private final List<FrameEvent> news = new ArrayList<>();
    private int second = -1;
    private int recorded;

    @Test
    void theNightOfTheDesignIsToldInTheWordsOfTheDesign() throws IOException {
        happen();
        for (long seed = 1; seed <= 3; seed++) {
            Collections.shuffle(news, new Random(seed));
            assertThat(told()).isEqualTo(designed().toString());
        }
    }

    private String told() {
        try (Driven driven = new Driven()) {
            driven.say(news.toArray(FrameEvent[]::new));
            driven.pass(Duration.ofSeconds(2));
            List<KeyValue<String, JsonNode>> told = driven.told(Topics.PROGRESS_NIGHTS);
            KeyValue<String, JsonNode> last = told.get(told.size() - 1);
            assertThat(last.key).isEqualTo("7DT05/2026-11-19");
            return withExactLatencies(last.value).toString();
        }
    }

    /** A quantile may be some per cent off; all else, the order of the fields too, is compared as text. */
    private static JsonNode withExactLatencies(JsonNode night) {
        ObjectNode quantiles = (ObjectNode) night.at("/latencySeconds/seenToRecorded");
        exact(quantiles, "p50", 3.1);
        exact(quantiles, "p95", 6.0);
        exact(quantiles, "p99", 9.2);
        // The parts of the way, of which the design says nothing, are told too.
        ObjectNode all = (ObjectNode) night.path("latencySeconds");
        assertThat(all.at("/announcedToTransferred/p50").asDouble()).isPositive();
        assertThat(all.at("/transferredToReduced/p50").asDouble()).isPositive();
        all.retain("seenToRecorded");
        return night;
    }

    private static void exact(ObjectNode quantiles, String name, double value) {
        assertThat(quantiles.path(name).asDouble()).isCloseTo(value, within(0.03 * value));
        quantiles.put(name, value);
    }

    private static JsonNode designed() throws IOException {
        try (InputStream fixture = DesignedNightTest.class.getResourceAsStream("/night.json")) {
            return Json.read(fixture.readAllBytes());
        }
    }

    private void happen() {
        calibrations("bias", FrameType.BIAS, 20);
        calibrations("dark", FrameType.DARK, 12);
        calibrations("flat", FrameType.FLAT, 17);
        for (int i = 0; i < 9; i++) {
            Telescope focus = next("focus", FrameType.FOCUS, Level.TRANSFERRED);
            news.addAll(List.of(focus.excluded(second), focus.transferred(second + 1)));
        }
        for (int i = 0; i < 448; i++) {
            Telescope science = next("science", FrameType.SCIENCE, Level.REDUCED);
            news.addAll(List.of(science.taken(second), science.transferred(second + 1), science.reduced(second + 2)));
            record(science);
        }
        troubles();
    }

    private void calibrations(String name, FrameType type, int count) {
        for (int i = 0; i < count; i++) {
            Telescope frame = next(name, type, Level.TRANSFERRED);
            news.addAll(List.of(frame.taken(second), frame.transferred(second + 1)));
            record(frame);
        }
    }

    private void troubles() {
        for (int i = 0; i < 2; i++) {
            Telescope failed = next("failed", FrameType.SCIENCE, Level.REDUCED);
            news.addAll(List.of(
                    failed.taken(second),
                    failed.transferred(second + 1),
                    failed.attempt(1).failed(second + 2, Stage.REDUCTION, 1)));
        }
        Telescope waiting = next("waiting", FrameType.SCIENCE, Level.REDUCED);
        news.addAll(List.of(
                waiting.taken(second),
                waiting.transferred(second + 3),
                waiting.waiting(second + 2, Stage.REDUCTION, Awaited.MASTER, 1, false)));
        news.add(next("stalled", FrameType.SCIENCE, Level.REDUCED).stalled(second));
        news.add(next("arriving", FrameType.SCIENCE, Level.REDUCED).arriving(second));
        news.add(next("taken", FrameType.SCIENCE, Level.REDUCED).taken(second));
    }

    private Telescope next(String name, FrameType type, Level lastLevel) {
        second++;
        return Telescope.frame(name + second + ".fits", type, lastLevel);
    }

    /** Half within 3.1 s, 95 of 100 within 6 s, 99 of 100 within 9.2 s. */
    private void record(Telescope frame) {
        double share = (double) ++recorded / RECORDED;
        int milliseconds = share <= 0.505 ? 3100 : share <= 0.955 ? 6000 : share <= 0.995 ? 9200 : 20_000;
        news.add(frame.recorded(Telescope.at(second).plusMillis(milliseconds)));
    }
}
