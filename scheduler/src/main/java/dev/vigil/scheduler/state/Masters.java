package dev.vigil.scheduler.state;

import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The masters that were built, in the order of their inputs' times. */
public final class Masters {
    private final Shelf masters;
    private final EventForm events;

    Masters(Shelf masters, EventForm events) {
        this.masters = masters;
        this.events = events;
    }

    /** Keeps a master; true when it was not there. Built twice, the earlier attempt counts, in whatever order they are heard. */
    public boolean keep(MasterBuilt master) {
        byte[] key = key(master);
        Optional<MasterBuilt> known = masters.get(key).map(bytes -> events.read(Topics.MASTERS_BUILT, bytes));
        if (known.filter(before -> before.attempt() <= master.attempt()).isEmpty()) {
            masters.put(key, events.write(Topics.MASTERS_BUILT, master));
        }
        return known.isEmpty();
    }

    /** A master by its id. */
    public Optional<MasterBuilt> find(MasterId id) {
        return Arrays.stream(MasterKind.values())
                .filter(id::isOf)
                .flatMap(kind -> masters.under(start(id.unit(), kind).bytes()).stream())
                .map(entry -> events.read(Topics.MASTERS_BUILT, entry.value()))
                .filter(master -> master.master().equals(id))
                .findFirst();
    }

    /** The masters of a unit and kind that are at most so far from a time. */
    public List<MasterBuilt> near(String unit, MasterKind kind, Instant time, Duration atMost) {
        byte[] from = start(unit, kind).then(time.minus(atMost).toEpochMilli()).bytes();
        byte[] to = start(unit, kind)
                .then(time.plus(atMost).plusMillis(1).toEpochMilli())
                .bytes();
        return masters.between(from, to).stream()
                .map(entry -> events.read(Topics.MASTERS_BUILT, entry.value()))
                .toList();
    }

    /** What a task keeps in order to find a master again. */
    public static String name(MasterBuilt master) {
        return HexFormat.of().formatHex(key(master));
    }

    /** The master of such a name. */
    public Optional<MasterBuilt> named(String name) {
        return masters.get(HexFormat.of().parseHex(name)).map(bytes -> events.read(Topics.MASTERS_BUILT, bytes));
    }

    private static byte[] key(MasterBuilt master) {
        return start(master.unit(), master.kind())
                .then(master.middle().toEpochMilli())
                .then(master.master().value())
                .bytes();
    }

    private static Key start(String unit, MasterKind kind) {
        return new Key().then(unit).then(kind);
    }
}
