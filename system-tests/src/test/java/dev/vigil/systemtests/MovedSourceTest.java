package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.allinone.AllInOne;
import dev.vigil.allinone.AllInOneSettings;
import dev.vigil.cli.VigilCommand;
import dev.vigil.cli.command.Commands;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.embedded.FreePorts;
import dev.vigil.schemas.topics.Topics;
import dev.vigil.simulator.NightPlan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The producer's address changes while frames wait: they come from where it is now. */
class MovedSourceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String UNIT = "FAR02";
    private static final NightPlan PLAN =
            NightPlan.of(Deployed.NIGHT).withUnit(UNIT).withFrames(3, 3, 3, 2).withSize(128);

    @TempDir
    Path data;

    private final StringWriter said = new StringWriter();

    @Test
    void framesThatWaitedForAnOldAddressComeFromTheNewOneAndNothingIsAnnouncedAgain() throws Exception {
        String nobody = "http://localhost:" + FreePorts.next();
        try (StopSignal stop = new StopSignal();
                AllInOne vigil = up(Map.of("producer.address", nobody), stop)) {
            Deployed.simulate(PLAN, vigil.incoming());
            Deployed.until(
                    vigil.config(),
                    UNIT,
                    PATIENCE,
                    night -> night.count("announced") == PLAN.frames() && night.count("waiting") > 0);
            assertThat(verify()).as(said.toString()).isEqualTo(1);
            assertThat(said.toString().lines().filter(line -> line.contains("; to do: ")))
                    .singleElement()
                    .asString()
                    .contains(UNIT + " could not be asked", nobody, "producer.address");
        }
        try (StopSignal stop = new StopSignal();
                AllInOne vigil = up(Map.of(), stop)) {
            Deployed.until(
                    vigil.config(),
                    UNIT,
                    PATIENCE,
                    night -> night.complete() && night.count("recorded") == PLAN.frames());
            assertThat(announcements(vigil.config())).isEqualTo(PLAN.frames());
            assertThat(verify()).as(said.toString()).isZero();
            Invariants.assertHold(vigil.config());
        }
    }

    private AllInOne up(Map<String, String> settings, StopSignal stop) throws Exception {
        Config given = Config.of(Map.of(
                "scheduler.set-quiet", "2 s",
                "portal.port", "0",
                "producer.offer", "http",
                "producer.packaging", "zstd"));
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            given = given.with(setting.getKey(), setting.getValue());
        }
        return AllInOne.start(new AllInOneSettings(data, given, true), stop);
    }

    private static int announcements(Config config) {
        AtomicInteger count = new AtomicInteger();
        try (TopicReader reader =
                TopicReader.fromBeginning(config.read(KafkaSettings::from), Topics.FRAMES_ANNOUNCED.name())) {
            reader.untilEnd(record -> count.incrementAndGet());
        }
        return count.get();
    }

    private int verify() {
        PrintWriter out = new PrintWriter(said, true);
        CommandLine line = Commands.line(new VigilCommand()).setOut(out).setErr(out);
        return line.execute("verify", "--data", data.toString());
    }
}
