package dev.vigil.bench.chain;

import dev.vigil.bench.truth.MasterFiles;
import dev.vigil.bench.truth.TruthNight;
import dev.vigil.common.run.CompilerAdvice;
import java.nio.file.Path;

/** The masters of a night in a process of its own: folder of the night, folder of the masters. */
final class CombineMasters {
    private CombineMasters() {}

    public static void main(String[] args) throws Exception {
        CompilerAdvice.give();
        MasterFiles.combine(new TruthNight(Path.of(args[0])), Path.of(args[1]));
    }
}
