package dev.vigil.cli.nights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class NightTest {
    static final String BUSY = """
            {"unit": "7DT05", "night": "2026-11-19", "expected": null, "missing": 0,
             "seen": 512, "announced": 510, "transferred": 509, "reduced": 448, "recorded": 497, "failed": 2,
             "waiting": 1, "stalled": 1, "excluded": 9, "onTheWay": 2, "complete": false}""";

    @Test
    void itSaysWhatTheTopicSays() {
        Night night = night(BUSY);
        assertThat(night.unit()).isEqualTo("7DT05");
        assertThat(night.night()).isEqualTo("2026-11-19");
        assertThat(night.count("transferred")).isEqualTo(509);
        assertThat(night.complete()).isFalse();
    }

    @Test
    void recordedFailedAndExcludedFramesAreSettled() {
        assertThat(night(BUSY).settled()).isEqualTo(497 + 2 + 9);
    }

    @Test
    void theTableShowsEveryCountInOneLineWhereThereIsRoom() {
        assertThat(NightTable.lines(List.of(night(BUSY)), 200))
                .containsExactly(
                        "night       unit   seen  announced  transferred  reduced  recorded  failed  waiting  stalled  excluded  on the way  complete",
                        "2026-11-19  7DT05   512        510          509      448       497       2        1        1         9           2  no");
    }

    @Test
    void onANarrowTerminalTheTableStandsInTwoParts() {
        List<String> lines = NightTable.lines(List.of(night(BUSY)), 80);
        assertThat(lines)
                .containsExactly(
                        "night       unit   seen  announced  transferred  reduced  recorded",
                        "2026-11-19  7DT05   512        510          509      448       497",
                        "",
                        "night       unit   failed  waiting  stalled  excluded  on the way  complete",
                        "2026-11-19  7DT05       2        1        1         9           2  no");
        assertThat(lines).allMatch(line -> line.length() <= 80);
    }

    static Night night(String json) {
        try {
            return new Night(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
