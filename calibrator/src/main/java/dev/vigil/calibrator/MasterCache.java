package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveException;
import dev.vigil.imaging.ImageReader;
import dev.vigil.reduction.DetectorImage;
import dev.vigil.reduction.MasterFile;
import dev.vigil.reduction.MasterRows;
import dev.vigil.schemas.events.StoredFile;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The masters used last, shared by all slots and bounded by the pixels that they hold: a night's frames use the same
 * few again and again. What does not fit beside those in use is read from its file row by row instead.
 */
final class MasterCache {
    private static final int BYTES_PER_PIXEL = 12;
    private static final int SHARE_OF_MEMORY = 6;

    /** A master that nobody asked for while others were this often is no longer in use. */
    private static final int IN_USE = 50;

    private final Inputs inputs;
    private final Proven proven;
    private final long mostPixels;
    private final Map<Place, Kept> images = new LinkedHashMap<>(16, 0.75f, true);
    private long pixels;
    private long asked;

    MasterCache(Inputs inputs, long mostPixels) {
        this.inputs = inputs;
        this.proven = new Proven(inputs);
        this.mostPixels = mostPixels;
    }

    /** A cache that takes no more than a sixth of this process's memory. */
    static MasterCache ofThisProcess(Inputs inputs) {
        return new MasterCache(inputs, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / BYTES_PER_PIXEL);
    }

    /** One detector of a master; one slot reads it while the others wait for it. */
    synchronized MasterRows pixels(StoredFile file, String detector, ReadCalibration reading)
            throws ArchiveException, TroubleException {
        Place place = new Place(file, detector);
        asked++;
        Kept known = images.get(place);
        if (known != null) {
            images.put(place, new Kept(known.image(), asked));
            return MasterRows.of(known.image());
        }
        MasterRows rows = reading.rows(file, detector);
        return hasRoomFor(rows.size().pixels()) ? MasterRows.of(kept(place, reading)) : rows;
    }

    /** An open file of a master, whose bytes are proven once for as long as it is not touched. */
    ImageReader open(StoredFile file) throws ArchiveException, TroubleException {
        return proven.open(file);
    }

    private DetectorImage kept(Place place, ReadCalibration reading) throws ArchiveException, TroubleException {
        ImageReader reader = reading.reader(place.file());
        DetectorImage image = Inputs.explaining(place.file().key(), () -> MasterFile.read(reader, place.detector()));
        images.put(place, new Kept(image, asked));
        pixels += image.size().pixels();
        return image;
    }

    /** Forgets masters that are no longer in use, the oldest first, but none if that does not help. */
    private boolean hasRoomFor(int more) {
        Iterator<Kept> oldest = images.values().iterator();
        while (pixels + more > mostPixels && more <= mostPixels && oldest.hasNext()) {
            Kept kept = oldest.next();
            if (asked - kept.asked() <= IN_USE) {
                return false;
            }
            pixels -= kept.image().size().pixels();
            oldest.remove();
        }
        return pixels + more <= mostPixels;
    }

    /** Which detector of which file. */
    private record Place(StoredFile file, String detector) {}

    /** A detector's pixels, and the number of the question that asked for them last. */
    private record Kept(DetectorImage image, long asked) {}
}
