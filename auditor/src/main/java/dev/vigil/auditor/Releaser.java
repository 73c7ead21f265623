package dev.vigil.auditor;

import dev.vigil.archive.ArchiveException;
import dev.vigil.audit.Candidate;
import dev.vigil.audit.Releases;
import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.settings.PerUnit;
import dev.vigil.schemas.events.FileToRelease;
import dev.vigil.schemas.events.ReleaseFiles;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the producers to release what the archive has had for long enough, after reading it again. Each file is asked for once while this
 * process runs: what a producer keeps, it keeps for a reason.
 */
final class Releaser {
    private static final Logger LOG = LoggerFactory.getLogger(Releaser.class);
    private static final int AT_ONCE = 100;
    private static final long MEGABYTE = 1_000_000;

    private final Releases releases;
    private final PerUnit<Duration> after;
    private final EventWriter writer;
    private final Pace pace;
    private final Clock clock;
    private final Set<String> asked = new HashSet<>();

    Releaser(Releases releases, PerUnit<Duration> after, EventWriter writer, int megabytes, Clock clock) {
        this.releases = releases;
        this.after = after;
        this.writer = writer;
        this.pace = new Pace(megabytes * MEGABYTE, System.nanoTime());
        this.clock = clock;
    }

    /** Asks for all that has become due. */
    void round() throws ArchiveException, InterruptedException {
        List<Candidate> all = releases.candidates(after::of).stream()
                .filter(file -> !after.of(unit(file)).isZero())
                .toList();
        asked.retainAll(all.stream().map(Releaser::name).collect(Collectors.toSet()));
        List<Candidate> due =
                all.stream().filter(file -> !asked.contains(name(file))).toList();
        for (int from = 0; from < due.size(); from += AT_ONCE) {
            ask(due.subList(from, Math.min(due.size(), from + AT_ONCE)));
        }
    }

    /** What the archive has damaged the scrubber and verify speak of; here it only stays where it is. */
    private void ask(List<Candidate> files) throws ArchiveException, InterruptedException {
        Releases.Checked checked = releases.check(files, this::rest);
        checked.bad().forEach(wrong -> LOG.warn("not released: {}", wrong));
        for (Map.Entry<String, List<ReleaseFiles>> wishes :
                Releases.wishes(checked.good(), false).entrySet()) {
            for (ReleaseFiles wish : wishes.getValue()) {
                send(wishes.getKey(), wish);
            }
        }
        files.forEach(file -> asked.add(name(file)));
    }

    private void send(String unit, ReleaseFiles wish) throws InterruptedException {
        Request request = new Request(
                UUID.randomUUID().toString(), unit, clock.instant(), "auditor", "old, and read again", wish);
        writer.sendAndWait(new Outgoing<>(Topics.REQUESTS, unit, request));
        long bytes = wish.files().stream().mapToLong(FileToRelease::size).sum();
        LOG.info(
                "{}: asked for the release of {} files, {} bytes",
                unit,
                wish.files().size(),
                bytes);
    }

    private void rest(long bytes) {
        LockSupport.parkNanos(pace.restAfter(bytes, System.nanoTime()).toNanos());
    }

    private static String unit(Candidate file) {
        String path = file.identity().frame().path();
        return path.substring(0, path.indexOf('/'));
    }

    private static String name(Candidate file) {
        return file.identity().frame() + " " + file.identity().revision();
    }
}
