package dev.vigil.progress;

import dev.vigil.common.run.CompilerAdvice;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;

/** Says how far each night is. */
public final class ProgressMain {
    private ProgressMain() {}

    public static void main(String[] args) throws Exception {
        CompilerAdvice.give();
        ProgressSettings settings = ProgressSettings.from(Config.fromEnvironment());
        try (StopSignal stop = StopSignal.ofThisService();
                ProgressService service = ProgressService.start(settings, stop)) {
            System.out.println("up: " + service);
            stop.await();
        }
    }
}
