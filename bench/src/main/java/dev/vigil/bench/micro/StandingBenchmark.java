package dev.vigil.bench.micro;

import dev.vigil.progress.standing.Standing;
import dev.vigil.schemas.events.FrameEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Where a frame stands, merged from three events. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StandingBenchmark {
    private final List<FrameEvent> news = ExampleEvents.news();

    @Benchmark
    public Standing merge() {
        return news.stream().map(Standing::of).reduce(Standing::merge).orElseThrow();
    }
}
