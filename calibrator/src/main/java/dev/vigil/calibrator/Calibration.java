package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveException;
import dev.vigil.reduction.masters.Master;
import dev.vigil.reduction.masters.Masters;
import dev.vigil.schemas.events.ChosenMaster;
import java.util.List;

/** Where a detector's masters come from: only named, to write a recipe down, or with their pixels, to run it. */
interface Calibration extends AutoCloseable {
    Master master(ChosenMaster chosen, String detector) throws ArchiveException, TroubleException;

    /** Lets go of what its masters are read from; they have no pixels any more. */
    @Override
    default void close() throws ArchiveException {}

    /** Masters whose pixels nobody will ask for. */
    static Calibration named() {
        return (chosen, detector) -> Master.named(chosen.master().value(), Translation.kind(chosen.kind()));
    }

    default Masters of(List<ChosenMaster> chosen, String detector) throws ArchiveException, TroubleException {
        Masters masters = Masters.NONE;
        for (ChosenMaster one : chosen) {
            masters = masters.with(master(one, detector));
        }
        return masters;
    }
}
