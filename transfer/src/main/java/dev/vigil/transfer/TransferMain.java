package dev.vigil.transfer;

import dev.vigil.common.run.CompilerAdvice;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;

/** Copies announced frames from the telescope to the archive, and proves it. */
public final class TransferMain {
    private TransferMain() {}

    public static void main(String[] args) throws Exception {
        CompilerAdvice.give();
        TransferSettings settings = TransferSettings.from(Config.fromEnvironment());
        try (StopSignal stop = StopSignal.ofThisService();
                TransferService service = TransferService.start(settings, stop)) {
            System.out.println("up: " + service);
            stop.await();
        }
    }
}
