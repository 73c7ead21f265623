package dev.vigil.ingester;

import dev.vigil.common.run.CompilerAdvice;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;

/** Writes every event into the ledger. */
public final class IngesterMain {
    private IngesterMain() {}

    public static void main(String[] args) throws Exception {
        CompilerAdvice.give();
        IngesterSettings settings = IngesterSettings.from(Config.fromEnvironment());
        try (StopSignal stop = StopSignal.ofThisService();
                IngesterService service = IngesterService.start(settings, stop)) {
            System.out.println("up: " + service);
            stop.await();
        }
    }
}
