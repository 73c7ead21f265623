package dev.vigil.instruments;

import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Hdu;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a profile judges: a complete file's place below its unit's folder (with slashes), its HDUs, and the time at
 * which it is judged.
 */
public record FrameSource(String unit, String path, List<Hdu> hdus, Instant now) {
    public FrameSource {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(now, "now");
        hdus = List.copyOf(hdus);
        if (hdus.isEmpty()) {
            throw new IllegalArgumentException("a FITS file has at least one HDU");
        }
    }

    public static FrameSource of(String unit, String path, FitsFile fits, Instant now) {
        return new FrameSource(unit, path, fits.hdus(), now);
    }

    /** Bytes of the file uncompressed. */
    long size() {
        return hdus.get(hdus.size() - 1).end();
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    List<String> folders() {
        return foldersOf(path);
    }

    static List<String> foldersOf(String path) {
        List<String> parts = List.of(path.split("/"));
        return parts.subList(0, Math.max(0, parts.size() - 1));
    }
}
