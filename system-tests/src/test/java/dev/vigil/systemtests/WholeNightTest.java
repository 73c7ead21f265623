package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.allinone.Accounts;
import dev.vigil.allinone.AllInOne;
import dev.vigil.allinone.AllInOneSettings;
import dev.vigil.cli.nights.Night;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.simulator.NightPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole night in the all-in-one, from the telescope's disk to the ledger. */
class WholeNightTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    static Path data;

    private static StopSignal stop;
    private static AllInOne vigil;

    @BeforeAll
    static void start() throws Exception {
        stop = new StopSignal();
        Config given = Config.of(Map.of("scheduler.set-quiet", "2 s", "portal.port", "0"));
        vigil = AllInOne.start(new AllInOneSettings(data, given, true), stop);
    }

    @AfterAll
    static void end() {
        vigil.close();
        stop.close();
    }

    @Test
    void everyFrameOfANightIsAccountedFor() throws Exception {
        NightPlan plan = Deployed.smallNight("GEN01");
        Deployed.simulate(plan, vigil.incoming());
        Night night = Deployed.until(
                vigil.config(), "GEN01", PATIENCE, found -> found.complete() && found.settled() == plan.frames());
        assertThat(night.count("recorded")).isEqualTo(plan.frames());
        assertThat(night.count("reduced")).isEqualTo(plan.science());
        Accounts accounts = Accounts.of("GEN01", Deployed.NIGHT, vigil.config());
        assertThat(accounts.differences(plan.frames())).isEmpty();
        assertThat(accounts.accountedFor()).isEqualTo(plan.frames());
        Invariants.assertHold(vigil.config());
    }
}
