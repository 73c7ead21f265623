package dev.vigil.allinone;

import dev.vigil.auditor.AuditorService;
import dev.vigil.auditor.AuditorSettings;
import dev.vigil.calibrator.CalibratorService;
import dev.vigil.calibrator.CalibratorSettings;
import dev.vigil.common.run.Parts;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.ingester.IngesterService;
import dev.vigil.ingester.IngesterSettings;
import dev.vigil.portal.PortalService;
import dev.vigil.portal.PortalSettings;
import dev.vigil.producer.ProducerService;
import dev.vigil.producer.ProducerSettings;
import dev.vigil.progress.ProgressService;
import dev.vigil.progress.ProgressSettings;
import dev.vigil.scheduler.SchedulerService;
import dev.vigil.scheduler.SchedulerSettings;
import dev.vigil.transfer.TransferService;
import dev.vigil.transfer.TransferSettings;
import java.util.List;
import java.util.concurrent.Callable;

/** Every service in this process, against whatever broker and database the settings name. */
public final class Services implements AutoCloseable {
    private final Parts parts;

    private Services(Parts parts) {
        this.parts = parts;
    }

    /** Starts them: followers first, so that they hear everything, the producer behind them, and last who looks at the others. */
    public static Services start(Config config, StopSignal stop) throws Exception {
        Parts parts = new Parts();
        return Parts.orClose(parts, () -> {
            for (Callable<AutoCloseable> start : starts(config, stop)) {
                parts.add(start.call());
            }
            return new Services(parts);
        });
    }

    private static List<Callable<AutoCloseable>> starts(Config config, StopSignal stop) {
        return List.of(
                () -> IngesterService.start(IngesterSettings.from(config), stop),
                () -> PortalService.start(PortalSettings.from(config), stop),
                () -> ProgressService.start(ProgressSettings.from(config), stop),
                () -> SchedulerService.start(SchedulerSettings.from(config), stop),
                () -> TransferService.start(TransferSettings.from(config), stop),
                () -> CalibratorService.start(CalibratorSettings.from(config), stop),
                () -> ProducerService.start(ProducerSettings.from(config), stop),
                () -> AuditorService.start(AuditorSettings.from(config)));
    }

    @Override
    public void close() {
        parts.close();
    }
}
