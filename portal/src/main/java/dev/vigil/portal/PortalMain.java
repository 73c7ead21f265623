package dev.vigil.portal;

import dev.vigil.common.run.CompilerAdvice;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;

/** Shows people where every exposure stands. */
public final class PortalMain {
    private PortalMain() {}

    public static void main(String[] args) throws Exception {
        CompilerAdvice.give();
        PortalSettings settings = PortalSettings.from(Config.fromEnvironment());
        try (StopSignal stop = StopSignal.ofThisService();
                PortalService service = PortalService.start(settings, stop)) {
            System.out.println("up: " + service);
            stop.await();
        }
    }
}
