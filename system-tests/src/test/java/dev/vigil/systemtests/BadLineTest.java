package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.allinone.AllInOne;
import dev.vigil.allinone.AllInOneSettings;
import dev.vigil.cli.nights.Night;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.embedded.FreePorts;
import dev.vigil.simulator.NightPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty frames over a line of one megabit that delays, cuts, flips, falls silent and hangs: each arrives whole. */
class BadLineTest {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final String UNIT = "FAR01";

    @TempDir
    Path data;

    @Test
    void fiftyFramesArriveWholeOverABadLine() throws Exception {
        int port = FreePorts.next();
        try (BadLine line = new BadLine(port, Duration.ofMinutes(1), 7);
                StopSignal stop = new StopSignal()) {
            Config given = Config.of(Map.of(
                    "scheduler.set-quiet", "2 s",
                    "portal.port", "0",
                    "producer.offer", "http",
                    "producer.port", Integer.toString(port),
                    "producer.address", line.address().toString(),
                    "transfer.slots", "4"));
            try (AllInOne vigil = AllInOne.start(new AllInOneSettings(data, given, true), stop)) {
                NightPlan plan = NightPlan.of(Deployed.NIGHT)
                        .withUnit(UNIT)
                        .withFrames(12, 12, 12, 14)
                        .withSize(256);
                Deployed.simulate(plan, vigil.incoming());
                Night night = Deployed.until(
                        vigil.config(), UNIT, PATIENCE, found -> found.complete() && found.settled() == plan.frames());
                assertThat(night.count("recorded")).as(night.json().toString()).isEqualTo(50);
                assertArchivedByteForByte(
                        vigil.incoming().resolve(UNIT), vigil.config().read(in -> in.get(Settings.ARCHIVE_FOLDER)));
                Invariants.assertHold(vigil.config());
            }
            assertThat(line.cuts()).isPositive();
            assertThat(line.flips()).isPositive();
            assertThat(line.silences()).isEqualTo(1);
            assertThat(line.halfOpen()).isPositive();
        }
    }

    /** Had one of the flips been overlooked, it would be in one of these files. */
    private static void assertArchivedByteForByte(Path unit, Path archive) throws IOException {
        try (Stream<Path> files = Files.walk(unit)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(50)
                    .allSatisfy(file -> assertThat(archive.resolve("raw")
                                    .resolve(UNIT)
                                    .resolve(unit.relativize(file).toString()))
                            .hasSameBinaryContentAs(file));
        }
    }
}
