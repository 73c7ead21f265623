package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveException;
import dev.vigil.imaging.ImageReader;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.masters.MasterFileRows;
import dev.vigil.reduction.masters.MasterRows;
import dev.vigil.schemas.events.StoredFile;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The masters used last, shared by all slots and kept in memory that work leaves: a night's frames use the same
 * few again and again. What does not fit beside those in use is read from its file row by row instead.
 */
final class MasterCache {
    private static final int BYTES_PER_PIXEL = 12;

    /** A master that nobody asked for while others were this often is no longer in use. */
    private static final int IN_USE = 50;

    private final Proven proven;
    private final Memory memory;
    private final Map<Place, Kept> images = new LinkedHashMap<>(16, 0.75f, true);
    private long asked;

    MasterCache(Inputs inputs, Memory memory) {
        this.proven = new Proven(inputs);
        this.memory = memory;
        memory.forgetMastersBy(this::forgetAll);
    }

    /** One detector of a master; one slot reads it while the others wait for it. */
    synchronized MasterRows pixels(StoredFile file, String detector, ReadCalibration reading)
            throws ArchiveException, TroubleException {
        Place place = new Place(file, detector);
        asked++;
        Kept known = images.get(place);
        if (known != null) {
            images.put(place, new Kept(known.rows(), asked));
            return known.rows();
        }
        MasterRows rows = reading.rows(file, detector);
        return hasRoomFor(bytes(rows.size())) ? kept(place, reading) : rows;
    }

    /** An open file of a master, whose bytes are proven once for as long as it is not touched. */
    ImageReader open(StoredFile file) throws ArchiveException, TroubleException {
        return proven.open(file);
    }

    private MasterRows kept(Place place, ReadCalibration reading) throws ArchiveException, TroubleException {
        ImageReader reader = reading.reader(place.file());
        MasterRows rows = Inputs.explaining(
                place.file().key(),
                () -> MasterRows.of(MasterFileRows.of(reader, place.detector()).image()));
        images.put(place, new Kept(rows, asked));
        return rows;
    }

    /** Forgets masters that are no longer in use, the oldest first, until there is. */
    private boolean hasRoomFor(long bytes) {
        Iterator<Kept> oldest = images.values().iterator();
        boolean fits = memory.keep(bytes);
        while (!fits && oldest.hasNext()) {
            Kept kept = oldest.next();
            if (asked - kept.asked() <= IN_USE) {
                return false;
            }
            oldest.remove();
            memory.letGo(bytes(kept.rows().size()));
            fits = memory.keep(bytes);
        }
        return fits;
    }

    private synchronized void forgetAll() {
        images.values().forEach(kept -> memory.letGo(bytes(kept.rows().size())));
        images.clear();
    }

    private static long bytes(Size size) {
        return (long) BYTES_PER_PIXEL * size.pixels();
    }

    /** Which detector of which file. */
    private record Place(StoredFile file, String detector) {}

    /** A detector's pixels, and the number of the question that asked for them last. */
    private record Kept(MasterRows rows, long asked) {}
}
