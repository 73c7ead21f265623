package dev.vigil.transfer;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.archive.WorkingArea;
import dev.vigil.common.front.Front;
import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.ShareGroup;
import dev.vigil.common.kafka.ShareLoop;
import dev.vigil.common.kafka.TopicKeeper;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.run.Parts;
import dev.vigil.common.run.StopSignal;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.topics.Topics;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;

/** The transfer: tasks from {@code work.transfers}, one answer each. */
public final class TransferService implements AutoCloseable {
    private static final Duration PATIENCE_WITH_SOURCES = Duration.ofSeconds(20);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration FIRST_PAUSE_FOR_ARCHIVE = Duration.ofSeconds(1);

    private final Parts parts;
    private final ShareLoop loop;
    private final String description;

    private TransferService(Parts parts, ShareLoop loop, String description) {
        this.parts = parts;
        this.loop = loop;
        this.description = description;
    }

    /** Starts the workers. A broker or registry that cannot be reached is waited for. */
    public static TransferService start(TransferSettings settings, StopSignal stop) throws Exception {
        Parts parts = new Parts();
        return Parts.orClose(parts, () -> {
            Front front = parts.add(Front.open(settings.front()));
            TopicKeeper.ensure(settings.kafka());
            WorkingArea working = FilesystemArchive.createWorkingArea(settings.working());
            // Where files were archived before, a folder without its marker is a disk that is not mounted.
            Archive archive = FilesystemArchive.createOrAwait(
                    settings.archive(), TopicReader.isUsed(settings.kafka(), Topics.FRAMES_TRANSFERRED.name()));
            front.ready("sees the archive " + settings.archive(), () -> isThere(archive));
            front.disk(settings.archive());
            front.disk(settings.working());
            parts.add(Housekeeping.start(archive, working, settings.workingKept()));
            WireFormat format = WireFormat.of(settings.registry());
            EventWriter writer = parts.add(EventWriter.open(settings.kafka(), format, "transfer"));
            WaitingRoom room = new WaitingRoom(settings.slots());
            HttpSource http =
                    parts.add(new HttpSource(settings.token(), PATIENCE_WITH_SOURCES, settings.trust(), room));
            SftpHosts sftp = parts.add(new SftpHosts(settings.sftp(), PATIENCE_WITH_SOURCES, room));
            Fetcher fetcher = new Fetcher(http, sftp, settings.shared(), FIRST_PAUSE, settings.streams());
            TransferHandler handler = handler(archive, working, fetcher);
            ShareLoop loop = parts.add(ShareLoop.start(
                    new ShareLoop.Setting(
                            settings.kafka(),
                            format,
                            writer,
                            ShareGroup.named("transfer"),
                            settings.slots(),
                            front.meters(),
                            stop),
                    Topics.WORK_TRANSFERS,
                    new PatientHandler(handler, new AnswerBook(front.meters()), stop, FIRST_PAUSE_FOR_ARCHIVE)));
            front.ready("workers", loop::isReady);
            return new TransferService(
                    parts, loop, "transfer, " + settings.slots() + " slots, health on port " + front.port());
        });
    }

    private static boolean isThere(Archive archive) {
        try {
            return archive.freeSpace() >= 0;
        } catch (ArchiveException away) {
            return false;
        }
    }

    /** Whether every worker may be given tasks. */
    public boolean isReady() {
        return loop.isReady();
    }

    private static TransferHandler handler(Archive archive, WorkingArea working, Fetcher fetcher)
            throws UnknownHostException {
        String worker = InetAddress.getLocalHost().getHostName() + "-"
                + ProcessHandle.current().pid();
        return new TransferHandler(
                new Answers(worker, Clock.systemUTC()),
                fetcher,
                new Unpacker(archive),
                new Shelf(Area.ARCHIVE, archive, worker),
                new Shelf(Area.WORKING, working, worker));
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
