package dev.vigil.auditor;

import dev.vigil.common.run.CompilerAdvice;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;

/** Compares for ever what disk, topics, ledger and archive say. */
public final class AuditorMain {
    private AuditorMain() {}

    public static void main(String[] args) throws Exception {
        CompilerAdvice.give();
        AuditorSettings settings = AuditorSettings.from(Config.fromEnvironment());
        try (StopSignal stop = StopSignal.ofThisService();
                AuditorService service = AuditorService.start(settings)) {
            System.out.println("up: " + service);
            stop.await();
        }
    }
}
