package dev.vigil.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NightSummaryTest {
    private static final NightKey NIGHT = NightKey.parse("7DT05/2026-11-19").orElseThrow();

    @Test
    void howLongThingsTookIsSaidOnceSomethingTookTime() throws IOException {
        assertThat(details("{}")).doesNotContain("Seen to", "half in");
        assertThat(details("{\"latencySeconds\": {\"seenToRecorded\": {\"p50\": 3.1, \"p95\": 6.0, \"p99\": 9.2}}}"))
                .contains("<dt>Seen to recorded</dt><dd>half in 3.1 s, 95 % in 6 s, 99 % in 9.2 s</dd>");
    }

    private static String details(String json) throws IOException {
        return NightSummary.details(Optional.of(Night.read(NIGHT, json))).markup();
    }
}
