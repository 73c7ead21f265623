package dev.vigil.bench.micro;

import dev.vigil.schemas.avro.AvroCodec;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.events.FrameReduced;
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

/** An event into bytes and back: every event is written once and read by three followers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBenchmark {
    private final AvroCodec<FrameReduced> codec = AvroCodec.of(FrameReduced.class);
    private final FrameReduced event = ExampleEvents.reduced();
    private final byte[] bytes = codec.encode(event);

    @Benchmark
    public byte[] encode() {
        return codec.encode(event);
    }

    @Benchmark
    public FrameReduced decode() throws UndecodableException {
        return codec.decode(bytes);
    }
}
