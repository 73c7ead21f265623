package dev.vigil.producer;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks which units' folders the incoming folder holds. It belongs to one thread, which may hang with the disk. */
final class Incoming {
    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);

    private final Path root;
    private final Disk disk;
    private final Set<String> warned = new HashSet<>();

    Incoming(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
    }

    /** The units; nothing if the folder cannot be listed. */
    Optional<Set<String>> units() {
        Set<String> units = new TreeSet<>();
        try {
            for (String name : disk.names(root)) {
                if (!FileNames.isTemporary(name) && isUnit(name)) {
                    units.add(name);
                }
            }
            warnIfEmpty(units);
            return Optional.of(units);
        } catch (IOException unreadable) {
            warn("", root + " cannot be listed (" + unreadable + "); it is tried again");
            return Optional.empty();
        }
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

    private void warnIfEmpty(Set<String> units) {
        if (units.isEmpty()) {
            warn("empty", root + " holds no unit's folder; if it lies on a disk, see that this is mounted");
        }
    }

    private void warn(String about, String what) {
        if (warned.add(about)) {
            LOG.warn("{}", what);
        }
    }
}
