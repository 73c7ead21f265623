package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.allinone.AllInOne;
import dev.vigil.allinone.AllInOneSettings;
import dev.vigil.cli.VigilCommand;
import dev.vigil.cli.command.Commands;
import dev.vigil.cli.nights.Night;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.embedded.FreePorts;
import dev.vigil.simulator.NightPlan;
import dev.vigil.testkit.TestCertificate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that comes encrypted, packed, and only to who has the token. */
class EncryptedLineTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String UNIT = "FAR01";

    @TempDir
    Path data;

    @Test
    void aNightComesPackedOverAnEncryptedLineThoughTheFirstOfTwoIsDead() throws Exception {
        TestCertificate certificate = TestCertificate.make(Files.createDirectory(data.resolve("certificates")));
        int port = FreePorts.next();
        Config given = Config.of(Map.of(
                        "scheduler.set-quiet", "2 s",
                        "portal.port", "0",
                        "producer.offer", "http",
                        "producer.port", Integer.toString(port),
                        "producer.address", "https://localhost:" + FreePorts.next() + ", https://localhost:" + port,
                        "producer.packaging", "zstd",
                        "producer.token", "a secret",
                        "transfer.token", "a secret"))
                .with("producer.tls-certificate", certificate.certificate().toString())
                .with("producer.tls-key", certificate.key().toString())
                .with("transfer.trust", certificate.certificate().toString());
        try (StopSignal stop = new StopSignal();
                AllInOne vigil = AllInOne.start(new AllInOneSettings(data.resolve("vigil"), given, true), stop)) {
            NightPlan plan = NightPlan.of(Deployed.NIGHT)
                    .withUnit(UNIT)
                    .withFrames(3, 3, 3, 2)
                    .withSize(128);
            Deployed.simulate(plan, vigil.incoming());
            Night night = Deployed.until(
                    vigil.config(), UNIT, PATIENCE, found -> found.complete() && found.settled() == plan.frames());
            assertThat(night.count("recorded")).as(night.json().toString()).isEqualTo(11);
            Invariants.assertHold(vigil.config());
            assertThat(verified()).contains("11 frames", "no difference").doesNotContain("could not be asked");
        }
    }

    /** As somebody says who knows nothing of its settings but the folder. */
    private String verified() {
        StringWriter out = new StringWriter();
        PrintWriter printed = new PrintWriter(out, true);
        Commands.line(new VigilCommand())
                .setOut(printed)
                .setErr(printed)
                .execute("verify", "--data", data.resolve("vigil").toString());
        return out.toString();
    }
}
