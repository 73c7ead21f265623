package dev.vigil.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaceTest {
    @TempDir
    Path folder;

    private static Contestant taking(Double... seconds) {
        Iterator<Double> next = List.of(seconds).iterator();
        return next::next;
    }

    private static Race.Result after(int turns, Race race) throws Exception {
        for (int turn = 0; turn < turns; turn++) {
            race.run();
        }
        return race.result();
    }

    @Test
    void theMedianOfItsTurnsCounts() throws Exception {
        Race race = new Race(
                "work", Optional.empty(), taking(9.0, 2.0, 3.0), Optional.of(taking(4.0, 4.0, 5.0)), Optional.empty());
        Race.Result result = after(3, race);
        assertThat(result).isEqualTo(new Race.Result("work", 3.0, OptionalDouble.of(4.0), OptionalDouble.empty()));
        assertThat(result.isMissed()).isFalse();
        assertThat(result.cells()).containsExactly("work", "3.000", "4.000", "-", "met");
    }

    @Test
    void moreCpuThanTheProgramIsMissed() throws Exception {
        Race race = new Race("work", Optional.empty(), taking(2.0), Optional.of(taking(1.0)), Optional.empty());
        assertThat(after(1, race).isMissed()).isTrue();
    }

    @Test
    void aProgramThatIsNotInstalledIsNotBeaten() throws Exception {
        Race race = new Race(
                "work", Optional.empty(), taking(2.0), Contestant.program("no-such-program"), Optional.empty());
        assertThat(after(1, race).cells()).endsWith("-", "-", "");
    }

    @Test
    void everyTurnBeginsWithoutTheTarget() throws Exception {
        Path target = Files.createFile(folder.resolve("target"));
        Contestant creates = Contestant.here(() -> Files.createFile(target));
        after(2, new Race("work", Optional.of(target), creates, Optional.of(creates), Optional.of(creates)));
        assertThat(target).exists();
    }

    @Test
    void whatTimePrintsLastIsRead() {
        assertThat(Contestant.Timed.of("a line of the program\n0.150 0.031\n").cpuSeconds())
                .isEqualTo(0.181);
        assertThat(OwnCpu.nanosOf("910428 2531856 1\n")).isEqualTo(910428);
    }
}
