package dev.vigil.producer;

import dev.vigil.instruments.Profiles;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
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

    final Sightings sightings = new Sightings(
            PATIENCE, new Announcing(Profiles.bundled(), new Locations(Optional.empty(), Optional.empty())));
    private final Map<String, Sighting> disk;
    private final Map<String, Examination> content;
    private final List<FrameAnnounced> everything;
    private final List<FrameAnnounced> said = new ArrayList<>();
    private Instant now;

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
        sightings.remember(everything.stream().map(Known::of).toList());
    }

    /** The same disk, and a producer that knows only what was announced. */
    Telescope restarted() {
        return new Telescope(disk, content, everything, now);
    }

    void hasProven(String path, int version) {
        put(path, version, whole(true, version, version, "2026-03-02T03:15:02"));
    }

    void hasUnproven(String path, int version) {
        put(path, version, whole(false, version, version, "2026-03-02T03:15:02"));
    }

    void hasEditedHeader(String path, int version) {
        Examination.Whole before = (Examination.Whole) content.get(path);
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

    void hasText(String path, int version) {
        put(
                path,
                version,
                FileNames.isFrame(path) ? new Examination.NotFits("no SIMPLE") : new Examination.Beside(sum(version)));
    }

    void hangs(String path) {
        disk.put(path, sighting(path, 1));
        content.remove(path);
        goOn();
    }

    void isTouched(String path) {
        Sighting before = disk.get(path);
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

    void waits(Duration time) {
        Instant until = now.plus(time);
        while (now.isBefore(until)) {
            now = now.plus(TICK);
            goOn();
        }
    }

    /** What was said since the last asking. */
    List<FrameAnnounced> said() {
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

    private void put(String path, int version, Examination examination) {
        disk.put(path, sighting(path, version));
        content.put(path, examination);
        goOn();
        waits(TICK);
    }

    private void goOn() {
        Set<String> gone = new HashSet<>(sightings.watchedPaths());
        gone.removeAll(disk.keySet());
        sightings.see(
                new Listing(now, true, Map.of("T1", UnitDisk.UNKNOWN), Set.of(), List.copyOf(disk.values()), gone),
                now);
        for (Sighting next : sightings.toRead(10, now)) {
            Optional.ofNullable(content.get(next.path()))
                    .ifPresent(examination -> sightings.read(next, examination, now));
        }
        List<FrameAnnounced> due = sightings.due(now);
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
        byte[] bytes = Integer.toString(number).repeat(32).substring(0, 32).getBytes(StandardCharsets.US_ASCII);
        return new Sha256(HexFormat.of().formatHex(bytes));
    }
}
