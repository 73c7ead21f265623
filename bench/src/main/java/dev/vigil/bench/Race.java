package dev.vigil.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One piece of work, done in turns by Vigil, by a program and by the library that Vigil would use otherwise. */
final class Race {
    private final String what;
    private final Optional<Path> target;
    private final Side vigil;
    private final Optional<Side> program;
    private final Optional<Side> library;

    /** The target, where there is one, is removed before each turn. */
    Race(
            String what,
            Optional<Path> target,
            Contestant vigil,
            Optional<Contestant> program,
            Optional<Contestant> library) {
        this.what = what;
        this.target = target;
        this.vigil = new Side(vigil);
        this.program = program.map(Side::new);
        this.library = library.map(Side::new);
    }

    /** A turn of each. */
    void run() throws Exception {
        run(vigil);
        if (program.isPresent()) {
            run(program.get());
        }
        if (library.isPresent()) {
            run(library.get());
        }
    }

    private void run(Side side) throws Exception {
        if (target.isPresent()) {
            Files.deleteIfExists(target.get());
        }
        side.seconds.add(side.contestant.cpuSeconds());
    }

    Result result() {
        return new Result(
                what,
                vigil.median(),
                program.map(Side::median).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                library.map(Side::median).map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }

    /** One who takes part, and the seconds of CPU of each turn. */
    private record Side(Contestant contestant, List<Double> seconds) {
        Side(Contestant contestant) {
            this(contestant, new ArrayList<>());
        }

        double median() {
            return Quantiles.of(seconds).p50();
        }
    }

    /** Medians in seconds of CPU. */
    record Result(String what, double vigil, OptionalDouble program, OptionalDouble library) {
        boolean isMissed() {
            return program.isPresent() && vigil > program.getAsDouble();
        }

        Object[] cells() {
            String judgement = program.isEmpty() ? "" : isMissed() ? "MISSED" : "met";
            return new Object[] {what, text(vigil), text(program), text(library), judgement};
        }

        private static String text(OptionalDouble seconds) {
            return seconds.isPresent() ? text(seconds.getAsDouble()) : "-";
        }

        private static String text(double seconds) {
            return "%.3f".formatted(seconds);
        }
    }
}
