package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveException;
import dev.vigil.reduction.DetectorImage;
import dev.vigil.reduction.MasterFile;
import dev.vigil.schemas.events.ChosenMaster;
import dev.vigil.schemas.events.StoredFile;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The masters used last, shared by all slots and bounded by the pixels that they hold: a night's frames use the same
 * few again and again.
 */
final class MasterCache {
    private static final int BYTES_PER_PIXEL = 12;
    private static final int SHARE_OF_MEMORY = 6;

    private final Inputs inputs;
    private final long mostPixels;
    private final Map<Place, DetectorImage> images = new LinkedHashMap<>(16, 0.75f, true);
    private long pixels;

    MasterCache(Inputs inputs, long mostPixels) {
        this.inputs = inputs;
        this.mostPixels = mostPixels;
    }

    /** A cache that takes no more than a sixth of this process's memory. */
    static MasterCache ofThisProcess(Inputs inputs) {
        return new MasterCache(inputs, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / BYTES_PER_PIXEL);
    }

    /** One detector of a master; one slot reads it while the others wait for it. */
    synchronized DetectorImage image(ChosenMaster master, String detector) throws ArchiveException, TroubleException {
        Place place = new Place(master.file(), detector);
        DetectorImage known = images.get(place);
        if (known != null) {
            return known;
        }
        DetectorImage read = inputs.read(master.file(), reader -> MasterFile.read(reader, detector));
        images.put(place, read);
        pixels += read.size().pixels();
        forgetOldest();
        return read;
    }

    private void forgetOldest() {
        Iterator<DetectorImage> oldest = images.values().iterator();
        while (pixels > mostPixels && images.size() > 1) {
            pixels -= oldest.next().size().pixels();
            oldest.remove();
        }
    }

    /** Which detector of which file. */
    private record Place(StoredFile file, String detector) {}
}
