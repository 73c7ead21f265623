package dev.vigil.producer;

import dev.vigil.common.files.FrameNames;
import dev.vigil.instruments.Profiles;
import dev.vigil.producer.disk.Sighting;
import dev.vigil.producer.judging.Again;
import dev.vigil.producer.judging.Examination;
import dev.vigil.producer.judging.Examiner;
import dev.vigil.producer.judging.Patience;
import dev.vigil.producer.judging.Sightings;
import dev.vigil.producer.known.KnownPaths;
import dev.vigil.producer.listing.Listing;
import dev.vigil.producer.listing.UnitDisk;
import dev.vigil.producer.serving.Locations;
import dev.vigil.producer.serving.Packaging;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A disk that is only told of: names, what reading each would show, and a clock that goes when it is told to. */
final class Telescope {
    private static final Patience PATIENCE = new Patience(
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(3),
            Duration.ofMinutes(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10));
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration CLOSELY = Duration.ofSeconds(30);

    private final KnownPaths known = new KnownPaths();
    final Sightings sightings = new Sightings(
            PATIENCE,
            new Announcing(
                    Profiles.bundled(), new Locations(Optional.empty(), List.of(), Packaging.NONE, Optional.empty())),
            known);
    private final Map<String, Sighting> disk;
    private final Map<String, Examination> content;
    private final List<FrameAnnounced> everything;
    private final List<FrameAnnounced> said = new ArrayList<>();
    private Instant now;
    private Instant readsAgain = Instant.MIN;

    Telescope() {
        this(new HashMap<>(), new HashMap<>(), new ArrayList<>(), Instant.parse("2026-03-02T06:00:00Z"));
    }

    private Telescope(
            Map<String, Sighting> disk,
            Map<String, Examination> content,
            List<FrameAnnounced> everything,
            Instant now) {
        this.disk = disk;
        this.content = content;
        this.everything = everything;
        this.now = now;
        everything.forEach(sightings::learn);
        sightings.remembers("T1", now);
    }

    /** The same disk, and a producer that knows only what was announced. */
    Telescope restarted() {
        return new Telescope(disk, content, everything, now);
    }

    /** The same, with a file removed while no producer ran. */
    Telescope restartedWithout(String path) {
        disk.remove(path);
        return restarted();
    }

    void hasProven(String path, int version) {
        put(path, version, whole(true, version, version, "2026-03-02T03:15:02"));
    }

    void hasUnproven(String path, int version) {
        put(path, version, whole(false, version, version, "2026-03-02T03:15:02"));
    }

    void hasEditedHeader(String path, int version) {
        if (!(content.get(path) instanceof Examination.Whole before)) {
            return;
        }
        Examination.Whole edited = whole(true, version, 0, "2026-03-02T03:15:02");
        put(
                path,
                version,
                new Examination.Whole(
                        true, List.of(), edited.source(), edited.content(), before.pixels(), edited.judged()));
    }

    void hasAnotherExposure(String path, int version) {
        put(path, version, whole(true, version, version, "2026-03-02T05:15:02"));
    }

    void lacks(String path, int version) {
        put(path, version, new Examination.Lacking("the data end early"));
    }

    void mayNotBeRead(String path) {
        put(path, 1, new Examination.Unreadable("it may not be read", "let it be read"));
    }

    void hasText(String path, int version) {
        put(
                path,
                version,
                FrameNames.includes(path)
                        ? new Examination.NotFits("no SIMPLE")
                        : new Examination.Beside(sum(version)));
    }

    /** The same bytes, of which a profile that was put right would say something else. */
    void isSeenOtherwise(String path, String start) {
        if (!(content.get(path) instanceof Examination.Whole before)) {
            return;
        }
        content.put(
                path,
                new Examination.Whole(
                        true,
                        before.flags(),
                        before.source(),
                        before.content(),
                        before.pixels(),
                        Judgements.science(start)));
    }

    void hangs(String path) {
        disk.put(path, sighting(path, 1));
        content.remove(path);
        goOn();
    }

    /** As when all readers are busy with other files. */
    void readsNothingFor(Duration time) {
        readsAgain = now.plus(time);
    }

    void isTouched(String path) {
        Sighting before = disk.get(path);
        if (before == null) {
            return;
        }
        disk.put(path, new Sighting(path, before.kind(), before.size(), now, before.key()));
        goOn();
    }

    void loses(String path) {
        disk.remove(path);
        goOn();
    }

    void isRenamed(String path, String to) {
        Sighting before = disk.remove(path);
        disk.put(to, new Sighting(to, before.kind(), before.size(), before.modified(), before.key()));
        content.put(to, whole(true, 1, 1, "2026-03-02T03:15:02"));
        goOn();
    }

    /** What comes of judging a file again of which this was said last. */
    Again isJudgedAgain(FrameAnnounced before) {
        Sighting then = disk.getOrDefault(before.path(), sighting(before.path(), 1));
        Examination shows = shown(then).orElseThrow();
        return sightings.again(new Examiner.Read(then, shows), before, now);
    }

    /** Looks often at first, and then less: nothing is due in a hurry after half a minute. */
    void waits(Duration time) {
        Instant until = now.plus(time);
        Instant closely = now.plus(CLOSELY);
        while (now.isBefore(until)) {
            now = now.plus(now.isBefore(closely) ? TICK : TICK.multipliedBy(20));
            goOn();
        }
    }

    /** What was said since the last asking. */
    public List<FrameAnnounced> said() {
        List<FrameAnnounced> news = List.copyOf(said);
        said.clear();
        return news;
    }

    FrameAnnounced only() {
        List<FrameAnnounced> news = said();
        if (news.size() != 1) {
            throw new AssertionError("not one event but " + news);
        }
        return news.get(0);
    }

    /** All that was ever said of this disk, by every process. */
    List<FrameAnnounced> everything() {
        return List.copyOf(everything);
    }

    /** What stands under a name and what reading it would show; nothing if the name is free. */
    Optional<Examination> contentOf(String path) {
        return disk.containsKey(path) ? Optional.of(content.get(path)) : Optional.empty();
    }

    private void put(String path, int version, Examination examination) {
        disk.put(path, sighting(path, version));
        content.put(path, examination);
        goOn();
        waits(TICK);
    }

    private void goOn() {
        Set<String> watched = sightings.watchedPaths("T1");
        Set<String> gone = new HashSet<>(watched);
        gone.removeAll(disk.keySet());
        List<Sighting> files = disk.values().stream()
                .filter(file -> watched.contains(file.path()) || !known.settles(file))
                .toList();
        sightings.see(
                new Listing.Seen(
                        "T1",
                        now,
                        true,
                        false,
                        Optional.empty(),
                        disk.size(),
                        TICK,
                        UnitDisk.UNKNOWN,
                        disk.size(),
                        0,
                        files,
                        gone),
                now);
        Instant begun = now;
        List<Sighting> next = sightings.toRead("T1", now.isBefore(readsAgain) ? 0 : 10, begun);
        said(sightings.due(now));
        for (Sighting one : next) {
            shown(one).ifPresent(examination -> sightings.read(one, examination, begun));
        }
        said(sightings.due(now));
    }

    /** What reading a file shows now; nothing while that hangs. */
    private Optional<Examination> shown(Sighting file) {
        return disk.containsKey(file.path())
                ? Optional.ofNullable(content.get(file.path()))
                : Optional.of(new Examination.Gone());
    }

    private void said(List<FrameAnnounced> due) {
        said.addAll(due);
        everything.addAll(due);
    }

    private Sighting sighting(String path, int version) {
        return new Sighting(path, Sighting.Kind.FILE, 2880L * version, now, Optional.of("inode " + path));
    }

    private Examination.Whole whole(boolean proven, int source, int pixels, String start) {
        return new Examination.Whole(
                proven, List.of(), sum(source), sum(source), List.of(sum(1000 + pixels)), Judgements.science(start));
    }

    private static Sha256 sum(int number) {
        return new Sha256(String.format("%064d", number));
    }
}
