package dev.vigil.audit;

import dev.vigil.ledger.KeptFile;
import dev.vigil.ledger.Ledger;
import dev.vigil.ledger.NightCounts;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.MasterId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** Asks the ledger, night by night. */
record LedgerReader(Ledger ledger) {

    /** What it has of these nights. */
    LedgerSide read(Nights nights) {
        LedgerSide side = new LedgerSide();
        for (NightCounts each : ledger.nights().all()) {
            if (nights.include(
                    each.unit(), each.night().map(LocalDate::toString).orElse(Nights.UNKNOWN))) {
                night(each.unit(), each.night(), side);
            }
        }
        return side;
    }

    /** Adds what it has of frames that others count to these nights, or that have come since. */
    void add(Collection<FrameId> frames, LedgerSide side) {
        for (FrameId frame : frames) {
            if (side.standing(frame).isEmpty()) {
                ledger.frames().of(frame).ifPresent(found -> side.add(found.frame(), found.standing()));
                ledger.frames().sightings(frame).forEach(side::add);
                ledger.keptFiles().of(frame).forEach(file -> side.add(holding(file)));
            }
        }
    }

    private void night(String unit, Optional<LocalDate> night, LedgerSide side) {
        ledger.frames().of(unit, night).forEach(found -> side.add(found.frame(), found.standing()));
        ledger.frames().sightings(unit, night).forEach(side::add);
        ledger.keptFiles().of(unit, night).forEach(file -> side.add(holding(file)));
    }

    private static Holding holding(KeptFile file) {
        return new Holding(owner(file), file.file(), file.at());
    }

    private static Owner owner(KeptFile file) {
        return switch (file.what()) {
            case FRAME -> new Owner.Frame(new FrameId(file.owner()), file.revision());
            case QUICK_LOOK -> new Owner.QuickLook(new FrameId(file.owner()), file.revision());
            case REDUCTION -> new Owner.Reduction(new FrameId(file.owner()), file.revision(), file.reduction());
            case MASTER -> new Owner.Master(new MasterId(file.owner()));
        };
    }
}
