package dev.vigil.producer.listing;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room the disk under a unit's folder has, in bytes. */
public record UnitDisk(long free, long total) {
    public static final UnitDisk UNKNOWN = new UnitDisk(0, 0);

    static UnitDisk under(Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            return new UnitDisk(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException unknown) {
            return UNKNOWN;
        }
    }
}
