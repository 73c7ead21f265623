package dev.vigil.scheduler.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.scheduler.Sky;
import org.junit.jupiter.api.Test;

class HoldTest {
    @Test
    void aRateIsToldAsSettingsWriteIt() {
        assertThat(rate(409)).isEqualTo("the line may carry 409 B/s");
        assertThat(rate(100_000)).isEqualTo("the line may carry 100 kB/s");
        assertThat(rate(1_250_000)).isEqualTo("the line may carry 1.25 MB/s");
        assertThat(rate(40_000_000_000L)).isEqualTo("the line may carry 40 GB/s");
    }

    @Test
    void exposuresAreToldAsMany() {
        assertThat(exposures(6)).isEqualTo("6 exposures may begin in a minute");
        assertThat(exposures(1)).isEqualTo("1 exposure may begin in a minute");
        assertThat(exposures(0.5)).isEqualTo("0.5 exposures may begin in a minute");
        assertThat(Hold.ofBundle(1).why()).isEqualTo("1 exposure goes at a time, the next when all of these have come");
    }

    private static String rate(long bytesPerSecond) {
        return Hold.ofRate(bytesPerSecond, Sky.EVENING).why();
    }

    private static String exposures(double perMinute) {
        return Hold.ofExposures(perMinute, Sky.EVENING).why();
    }
}
