package dev.vigil.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasuringTest {
    @Test
    void aQuantileIsOneOfTheTimes() {
        List<Double> times =
                IntStream.rangeClosed(1, 100).mapToObj(i -> (double) (101 - i)).toList();

        assertThat(Quantiles.of(times)).isEqualTo(new Quantiles(50, 95, 99));
        assertThat(Quantiles.of(List.of(7.0))).isEqualTo(new Quantiles(7, 7, 7));
        assertThatThrownBy(() -> Quantiles.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCpuOfAProcessIsReadBehindItsNameWhateverThatIs() {
        String stat = "42 (post gres) S) S 1 42 42 0 -1 4194304 5 6 7 8 150 50 25 75 20 0 3 0 100 1 2 3";

        assertThat(Proc.cpuSeconds(stat)).isEqualTo(3.0);
    }

    @Test
    void aProcessThatWorksUsesCpu() throws Exception {
        Proc self = Proc.of(ProcessHandle.current().pid());
        double before = self.cpuSeconds();
        long until = System.nanoTime() + 100_000_000;
        double sum = 0;
        while (System.nanoTime() < until || self.cpuSeconds() == before) {
            sum += Math.sqrt(sum + 1);
        }

        assertThat(self.cpuSeconds()).isGreaterThan(before);
        assertThat(self.resident()).isBetween(1L << 20, self.mostResident());
    }

    @Test
    void memoryIsReadByItsName() {
        List<String> status = List.of("Name:\tjava", "VmHWM:\t  2048 kB", "VmRSS:\t  1024 kB");

        assertThat(Proc.bytes(status, "VmRSS")).isEqualTo(1 << 20);
        assertThat(Proc.bytes(status, "VmSwap")).isZero();
    }

    @Test
    void theHeapIsFullestBeforeACollectionAndLiveAfterAFullOne() {
        GcLog log = GcLog.of(List.of(
                "[0.1s][info][gc] Using Serial",
                "[1.0s][info][gc] GC(0) Pause Young (Allocation Failure) 200M->30M(500M) 5.1ms",
                "[2.0s][info][gc] GC(1) Pause Full (Metadata GC Threshold) 90M->20480K(500M) 40.0ms",
                "[3.0s][info][gc] GC(2) Pause Young (Allocation Failure) 180M->60M(500M) 5.1ms"));

        assertThat(log).isEqualTo(new GcLog(200L << 20, 20L << 20));
    }

    @Test
    void anAimIsMetFromItsOwnSideOnly() {
        assertThat(Figure.alone("speed", "frames/s", 60).atLeast(60).isMissed()).isFalse();
        assertThat(Figure.alone("speed", "frames/s", 59.9).atLeast(60).isMissed())
                .isTrue();
        assertThat(Figure.alone("delay", "s", 2).below(2).isMissed()).isTrue();
        assertThat(Figure.alone("delay", "s", 1.9).below(2).isMissed()).isFalse();
        assertThat(Figure.alone("heap", "MiB", 1e6).isMissed()).isFalse();
    }

    @Test
    void cpuIsToldForAFrame() {
        Cpu used = new Cpu(5, 2).since(new Cpu(3, 1));

        assertThat(used.millisPerFrame(100)).isCloseTo(30, within(1e-9));
    }
}
