package dev.vigil.producer;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks which units' folders the incoming folder holds. It belongs to one thread, which may hang with the disk. */
final class Incoming {
    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);

    private final Path root;
    private final Disk disk;
    private final UnaryOperator<String> unitOf;
    private final Map<String, String> folderOf = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    /** The unit of a folder is mostly called like it. */
    Incoming(Path root, Disk disk, UnaryOperator<String> unitOf) {
        this.root = root;
        this.disk = disk;
        this.unitOf = unitOf;
    }

    /**
     * What was found.
     *
     * @param folders the units' folders
     * @param doubled what is to be said of a folder whose unit has another one too
     */
    record Found(Set<String> folders, Map<String, String> doubled) {}

    /** The units' folders; nothing if the incoming folder cannot be listed. */
    Optional<Found> units() {
        Set<String> units = new TreeSet<>();
        try {
            for (String name : disk.names(root)) {
                if (FileNames.isNoText(name)) {
                    warn(name, name + " in " + root + " is no text and cannot be taken; rename it");
                } else if (!FileNames.isTemporary(name) && isUnit(name)) {
                    units.add(name);
                }
            }
            return Optional.of(oneOfEach(units));
        } catch (IOException unreadable) {
            warn("", root + " cannot be listed (" + unreadable + "); it is tried again");
            return Optional.empty();
        }
    }

    /** Two folders of one unit would hold two files under one name, so only one of them is taken, and always the same. */
    private Found oneOfEach(Set<String> folders) {
        folders.stream()
                .sorted(Comparator.comparing(
                        (String folder) -> !unitOf.apply(folder).equals(folder)))
                .forEach(folder -> folderOf.putIfAbsent(unitOf.apply(folder), folder));
        Set<String> taken = new TreeSet<>();
        Map<String, String> doubled = new TreeMap<>();
        for (String folder : folders) {
            String first = folderOf.get(unitOf.apply(folder));
            if (first.equals(folder)) {
                taken.add(folder);
            } else {
                String words = folder + " is a folder of the same unit as " + first
                        + " and is not taken; put its nights into that one";
                doubled.put(first, words);
                warn(folder, words);
            }
        }
        return new Found(taken, doubled);
    }

    private boolean isUnit(String name) {
        try {
            BasicFileAttributes attributes = disk.look(root.resolve(name));
            if (!attributes.isDirectory()) {
                warn(name, name + " is in no unit's folder and is not taken; put it into " + root + "/<unit>/<night>/");
            }
            return attributes.isDirectory();
        } catch (IOException gone) {
            return false;
        }
    }

    private void warn(String about, String what) {
        if (told.add(about)) {
            LOG.warn("{}", what);
        }
    }
}
