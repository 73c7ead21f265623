package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.reduction.products.FrameSummary;
import dev.vigil.reduction.products.ProductForm;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.ProductKind;
import java.util.Optional;

/** The files of reduced frames that are in the archive, in the form that they have here, and which of them will do for a task. */
record FrameFiles(Products products, ProductForm form) {
    ArchiveKey key(FrameIdentity frame, String reduction) {
        return Names.product(frame, reduction, form.ending());
    }

    /** The file that a task makes, if it was made before: that of another task will do if other frames would not have been asked. */
    Optional<FrameFile> find(FrameIdentity frame, ReductionIds ids) throws ArchiveException, TroubleException {
        Optional<FrameFile> asking = find(frame, ids.asking());
        if (asking.isPresent() || ids.asking().equals(ids.alone())) {
            return asking;
        }
        Optional<FrameFile> alone = find(frame, ids.alone());
        return alone.isPresent() && isItsOwn(alone.get()) ? alone : Optional.empty();
    }

    private Optional<FrameFile> find(FrameIdentity frame, String reduction) throws ArchiveException {
        return products.find(ProductKind.IMAGE, key(frame, reduction))
                .map(product -> new FrameFile(reduction, frame.revision(), product));
    }

    private boolean isItsOwn(FrameFile file) throws ArchiveException, TroubleException {
        return FrameSummary.read(products.headers(file.product())).pointing().isItsOwn();
    }
}
