package dev.vigil.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnPartsTest {
    private final OwnParts own = new OwnParts(
            Map.of(Settings.KAFKA_BOOTSTRAP_SERVERS, "localhost:9092", Settings.ARCHIVE_FOLDER, "/data/archive"));

    @Test
    void settingsThatNameOtherPartsAreNotHeededAndThatIsSaid() {
        Config given = Config.of(Map.of("kafka.bootstrap.servers", "far:9092", "portal.port", "8081"));
        assertThat(own.unheeded(given))
                .hasValueSatisfying(words -> assertThat(words)
                        .startsWith("not heeded here: kafka.bootstrap.servers; an all-in-one has its own"));
        Config config = own.over(given);
        String broker = config.read(in -> in.get(Settings.KAFKA_BOOTSTRAP_SERVERS));
        int portal = config.read(in -> in.get(Settings.PORTAL_PORT));
        assertThat(broker).isEqualTo("localhost:9092");
        assertThat(portal).isEqualTo(8081);
    }

    @Test
    void settingsThatNameNoneOfThemAreHeededInSilence() {
        assertThat(own.unheeded(Config.of(Map.of("portal.port", "8081")))).isEmpty();
    }
}
