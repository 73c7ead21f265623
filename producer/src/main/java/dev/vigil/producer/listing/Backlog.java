package dev.vigil.producer.listing;

import dev.vigil.common.files.UnreadableNames;
import dev.vigil.schemas.events.NightCount;
import dev.vigil.schemas.events.NightRange;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts, night by night, the files of a unit of which nothing was ever said. It reads none, and hangs if the disk does; any thread may
 * ask when it last went on, and end it.
 */
public final class Backlog {
    private final UnitScan.Setup setup;
    private final NightRange nights;
    private final Map<LocalDate, NightCount> counts = new TreeMap<>();
    private volatile Instant wentOn;
    private volatile boolean isGivenUp;

    public Backlog(UnitScan.Setup setup, NightRange nights) {
        this.setup = setup;
        this.nights = nights;
        this.wentOn = setup.clock().instant();
    }

    public List<NightCount> count() throws IOException {
        folder(setup.unit());
        return List.copyOf(counts.values());
    }

    /** When it last heard from the disk. */
    public Instant wentOn() {
        return wentOn;
    }

    /** Nobody wants to know any more: it ends as soon as the disk lets it. */
    public void giveUp() {
        isGivenUp = true;
    }

    public boolean isGivenUp() {
        return isGivenUp;
    }

    private void folder(String path) throws IOException {
        Optional<LocalDate> night = setup.nightOf().apply(path);
        Path folder = setup.root().resolve(path);
        try {
            for (String name : setup.disk().names(folder)) {
                if (!UnitScan.isPassedBy(name) && !UnreadableNames.includes(name)) {
                    entry(path + "/" + name, setup.disk().look(folder.resolve(name)), night);
                }
            }
        } catch (NoSuchFileException | AccessDeniedException changedMeanwhile) {
            // What is not there, or may not be read, is not taken either.
        }
    }

    private void entry(String path, BasicFileAttributes attributes, Optional<LocalDate> night) throws IOException {
        wentOn = setup.clock().instant();
        if (isGivenUp) {
            throw new IOException("the count was given up");
        }
        if (attributes.isDirectory()) {
            folder(path);
            return;
        }
        LocalDate date = night.orElseGet(
                () -> LocalDate.ofInstant(attributes.lastModifiedTime().toInstant(), ZoneOffset.UTC));
        if (nights.includes(date) && setup.known().of(path).isEmpty()) {
            counts.merge(date, new NightCount(date, 1, attributes.size()), Backlog::plus);
        }
    }

    private static NightCount plus(NightCount one, NightCount other) {
        return new NightCount(one.night(), one.files() + other.files(), one.bytes() + other.bytes());
    }
}
