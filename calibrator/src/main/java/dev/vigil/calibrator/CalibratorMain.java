package dev.vigil.calibrator;

import dev.vigil.common.run.CompilerAdvice;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;

/** Looks at frames, builds masters and reduces frames, as the scheduler asks. */
public final class CalibratorMain {
    private CalibratorMain() {}

    public static void main(String[] args) throws Exception {
        CompilerAdvice.give();
        CalibratorSettings settings = CalibratorSettings.from(Config.fromEnvironment());
        try (StopSignal stop = StopSignal.ofThisService();
                CalibratorService service = CalibratorService.start(settings, stop)) {
            System.out.println("up: " + service);
            stop.await();
        }
    }
}
