package dev.vigil.calibrator;

import dev.vigil.archive.Archive;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.common.front.Front;
import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.ShareGroup;
import dev.vigil.common.kafka.ShareLoop;
import dev.vigil.common.kafka.TopicKeeper;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.run.Parts;
import dev.vigil.common.run.StopSignal;
import dev.vigil.instruments.Profiles;
import dev.vigil.schemas.topics.Topics;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;

/** The calibrator: tasks from {@code work.reductions}, one answer each. */
public final class CalibratorService implements AutoCloseable {
    private static final Duration FIRST_PAUSE_FOR_ARCHIVE = Duration.ofSeconds(1);

    private final Parts parts;
    private final ShareLoop loop;
    private final String description;

    private CalibratorService(Parts parts, ShareLoop loop, String description) {
        this.parts = parts;
        this.loop = loop;
        this.description = description;
    }

    /** Starts the workers; whatever they need and cannot reach is waited for. */
    public static CalibratorService start(CalibratorSettings settings, StopSignal stop) throws Exception {
        Profiles profiles = Profiles.bundledAndAny(settings.profiles());
        Parts parts = new Parts();
        return Parts.orClose(parts, () -> {
            Front front = parts.add(Front.open(settings.front()));
            TopicKeeper.ensure(settings.kafka());
            // Where files were archived before, a folder without its marker is a disk that is not mounted.
            Archive archive = FilesystemArchive.createOrAwait(
                    settings.archive(), TopicReader.isUsed(settings.kafka(), Topics.FRAMES_TRANSFERRED.name()));
            Archive working = FilesystemArchive.create(settings.working());
            front.disk(settings.archive());
            WireFormat format = WireFormat.of(settings.registry());
            EventWriter writer = parts.add(EventWriter.open(settings.kafka(), format, "calibrator"));
            ShareLoop.Setting setting = new ShareLoop.Setting(
                    settings.kafka(),
                    format,
                    writer,
                    ShareGroup.named("calibrator"),
                    settings.slots(),
                    front.meters(),
                    stop);
            ReductionHandler handler = ReductionHandler.of(
                    archive,
                    working,
                    profiles,
                    settings.form(),
                    References.open(settings.references()),
                    Memory.of(settings.megabytes(), settings.slots()),
                    worker(),
                    Clock.systemUTC());
            ShareLoop loop = parts.add(ShareLoop.start(
                    setting, Topics.WORK_REDUCTIONS, new PatientHandler(handler, stop, FIRST_PAUSE_FOR_ARCHIVE)));
            front.ready("workers", loop::isReady);
            return new CalibratorService(
                    parts, loop, "calibrator, " + settings.slots() + " slots, health on port " + front.port());
        });
    }

    private static String worker() throws UnknownHostException {
        return InetAddress.getLocalHost().getHostName() + "-"
                + ProcessHandle.current().pid();
    }

    /** Whether every worker may be given tasks. */
    public boolean isReady() {
        return loop.isReady();
    }

    @Override
    public void close() {
        parts.close();
    }

    @Override
    public String toString() {
        return description;
    }
}
