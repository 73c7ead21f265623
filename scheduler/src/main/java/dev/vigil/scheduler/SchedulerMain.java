package dev.vigil.scheduler;

import dev.vigil.common.run.CompilerAdvice;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;

/** Decides what is done next, for every unit. */
public final class SchedulerMain {
    private SchedulerMain() {}

    public static void main(String[] args) throws Exception {
        CompilerAdvice.give();
        SchedulerSettings settings = SchedulerSettings.from(Config.fromEnvironment());
        try (StopSignal stop = StopSignal.ofThisService();
                SchedulerService service = SchedulerService.start(settings, stop)) {
            System.out.println("up: " + service);
            stop.await();
        }
    }
}
