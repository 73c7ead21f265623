package dev.vigil.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Hours;
import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.policy.Habits;
import dev.vigil.scheduler.policy.Order;
import dev.vigil.scheduler.policy.Policies;
import dev.vigil.scheduler.policy.Policy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicySettingsTest {
    private static Policies policies(Map<String, String> settings) {
        return SchedulerSettings.from(Config.of(settings)).policies();
    }

    private static Habits transfers(String... setting) {
        return policies(Map.of(setting[0], setting[1])).usual().transfers();
    }

    @Test
    void whatNobodySetIsWhatSuitsALaptop() {
        assertThat(policies(Map.of())).isEqualTo(Policies.usual(Policy.DEFAULT));
    }

    @Test
    void theFourModesHaveTheirHabits() {
        assertThat(transfers("scheduler.mode", "parallel")).isEqualTo(Habits.of(Order.NEWEST, 32));
        assertThat(transfers("scheduler.mode", "serial")).isEqualTo(Habits.of(Order.NEWEST, 1));
        assertThat(transfers("scheduler.mode", "batch")).isEqualTo(new Habits(Order.NEWEST, 32, 4, 0, 0, Hours.ANY));
        assertThat(transfers("scheduler.mode", "end-of-night"))
                .isEqualTo(new Habits(Order.NEWEST, 32, 0, 0, 0, Hours.AFTER_NIGHT));
    }

    @Test
    void whatIsSetBesideAModeComesFirst() {
        Habits habits = policies(
                        Map.of("scheduler.mode", "batch", "scheduler.bundle", "6", "scheduler.order", "oldest"))
                .usual()
                .transfers();
        assertThat(habits).isEqualTo(new Habits(Order.OLDEST, 32, 6, 0, 0, Hours.ANY));
    }

    @Test
    void aUnitsOwnModeComesBeforeWhatIsSetForAll() {
        Policies policies = policies(Map.of(
                "scheduler.limit", "16",
                "scheduler.mode", "end-of-night",
                "scheduler.units.HSC.mode", "serial",
                "scheduler.units.HSC.line-rate", "1 Mbit/s",
                "scheduler.units.HSC.transfer-deadline", "1 h",
                "scheduler.units.DECam.mode", "parallel"));
        Policy hsc = policies.of("HSC");
        assertThat(hsc.transfers()).isEqualTo(new Habits(Order.NEWEST, 1, 0, 0, 125_000, Hours.ANY));
        assertThat(hsc.reductions().limit()).isEqualTo(16);
        assertThat(hsc.deadline(Desk.TRANSFERS)).isEqualTo(Duration.ofHours(1));
        assertThat(policies.of("DECam").transfers()).isEqualTo(Habits.of(Order.NEWEST, 16));
        assertThat(policies.of("7DT05").transfers().hours()).isEqualTo(Hours.AFTER_NIGHT);
    }
}
