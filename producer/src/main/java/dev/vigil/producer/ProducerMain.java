package dev.vigil.producer;

import dev.vigil.common.run.CompilerAdvice;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;

/** Finds files at the telescope, announces them and serves their bytes. */
public final class ProducerMain {
    private ProducerMain() {}

    public static void main(String[] args) throws Exception {
        CompilerAdvice.give();
        ProducerSettings settings = ProducerSettings.from(Config.fromEnvironment());
        try (StopSignal stop = StopSignal.ofThisService();
                ProducerService service = ProducerService.start(settings, stop)) {
            System.out.println("up: " + service);
            stop.await();
        }
    }
}
