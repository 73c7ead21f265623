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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Every service in this process, against whatever broker and database the settings name. */
public final class Services implements AutoCloseable {
    private final Parts parts;
    private final List<String> words;

    private Services(Parts parts, List<String> words) {
        this.parts = parts;
        this.words = List.copyOf(words);
    }

    /** Starts them: followers first, so that they hear everything, the producer behind them, and last who looks at the others. */
    public static Services start(Config config, StopSignal stop) throws Exception {
        Parts parts = new Parts();
        return Parts.orClose(parts, () -> {
            List<String> words = new ArrayList<>();
            for (Callable<AutoCloseable> start : starts(config, stop)) {
                words.add(parts.add(start.call()).toString());
            }
            return new Services(parts, words);
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

    /** What each says of itself, with its ports. */
    List<String> words() {
        return words;
    }

    @Override
    public void close() {
        parts.close();
    }
}
