package dev.vigil.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerUnitTest {
    private static final PerUnit<Duration> AFTER = Config.of(Map.of(
                    "producer.release-after", "30 d",
                    "producer.units.7DT05.release-after", "0 s",
                    "producer.units.far-folder.release-after", "60 d"))
            .read(in -> PerUnit.from(in, Settings.PRODUCER_RELEASE_AFTER));

    @Test
    void whatIsSaidOfAUnitComesBeforeWhatIsSaidOfAll() {
        assertThat(AFTER.of("7DT05")).isZero();
        assertThat(AFTER.of("DECam")).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void aUnitIsMeantByItsOwnNameBeforeThatOfItsFolder() {
        assertThat(AFTER.of("7DT05", "7DT-05")).isZero();
        assertThat(AFTER.of("7DT05", "far-folder")).isZero();
        assertThat(AFTER.of("FAR", "far-folder")).isEqualTo(Duration.ofDays(60));
        assertThat(AFTER.of("FAR", "near-folder")).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void whatIsForFilesThatVigilMovesDoesNotReachUnitsWhoseFilesOthersMove() {
        PerUnit<Duration> after = moved(Map.of(
                "producer.release-after", "30 d",
                "producer.units.7DT05.release-after", "60 d",
                "monitor.units.HSC.copies", "/copies/{path}"));
        assertThat(after.of("HSC")).isZero();
        assertThat(after.of("HSC", "hsc-folder")).isZero();
        assertThat(after.of("DECam")).isEqualTo(Duration.ofDays(30));
        assertThat(after.of("7DT05")).isEqualTo(Duration.ofDays(60));
    }

    @Test
    void whereOthersMoveNearlyAllItReachesTheUnitsThatVigilMoves() {
        PerUnit<Duration> after = moved(Map.of(
                "producer.units.7DT05.release-after", "60 d",
                "monitor.copies", "/copies/{path}",
                "monitor.units.7DT05.copies", ""));
        assertThat(after.of("7DT05")).isEqualTo(Duration.ofDays(60));
        assertThat(after.of("HSC")).isZero();
    }

    @Test
    void thatNobodyMovesAUnitsFilesMayBeSaidAndLeavesWhatIsSaidOfItsFolder() {
        PerUnit<Duration> after = moved(Map.of(
                "producer.release-after", "30 d",
                "producer.units.far-folder.release-after", "60 d",
                "monitor.units.FAR.copies", ""));
        assertThat(after.of("FAR", "far-folder")).isEqualTo(Duration.ofDays(60));
    }

    private static PerUnit<Duration> moved(Map<String, String> given) {
        return Config.of(given).read(in -> PerUnit.ofMoved(in, Settings.PRODUCER_RELEASE_AFTER));
    }
}
