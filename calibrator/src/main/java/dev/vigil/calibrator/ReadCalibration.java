package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveException;
import dev.vigil.imaging.ImageReader;
import dev.vigil.reduction.masters.Master;
import dev.vigil.reduction.masters.MasterFileRows;
import dev.vigil.reduction.masters.MasterRows;
import dev.vigil.schemas.events.ChosenMaster;
import dev.vigil.schemas.events.StoredFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Masters with their pixels: from memory where they are kept there, else row by row from their files, which stay open meanwhile. */
final class ReadCalibration implements Calibration {
    private final MasterCache cache;
    private final Map<StoredFile, ImageReader> readers = new LinkedHashMap<>();

    ReadCalibration(MasterCache cache) {
        this.cache = cache;
    }

    @Override
    public Master master(ChosenMaster chosen, String detector) throws ArchiveException, TroubleException {
        return Master.of(
                chosen.master().value(), Translation.kind(chosen.kind()), cache.pixels(chosen.file(), detector, this));
    }

    /** The rows of a master that is too large to be kept. */
    synchronized MasterRows rows(StoredFile file, String detector) throws ArchiveException, TroubleException {
        ImageReader reader = reader(file);
        return Inputs.explaining(file.key(), () -> MasterFileRows.of(reader, detector));
    }

    /** An open file, which is this one's to close. */
    synchronized ImageReader reader(StoredFile file) throws ArchiveException, TroubleException {
        ImageReader known = readers.get(file);
        if (known != null) {
            return known;
        }
        ImageReader opened = cache.open(file);
        readers.put(file, opened);
        return opened;
    }

    @Override
    public synchronized void close() throws ArchiveException {
        for (Map.Entry<StoredFile, ImageReader> opened : readers.entrySet()) {
            try {
                opened.getValue().close();
            } catch (IOException e) {
                throw ArchiveException.of("closing " + opened.getKey().key(), e);
            }
        }
    }
}
