package dev.vigil.calibrator;

import dev.vigil.imaging.Header;
import dev.vigil.imaging.ImageReader;
import dev.vigil.schemas.events.ReduceFrame;

/** A raw frame that is open while it is reduced, what is asked of it, and where its detectors wait that are done. */
record OpenFrame(ReduceFrame work, ImageReader reader, Shelf shelf) {
    Header primary() {
        return reader.file().primary().header();
    }

    Header header(int hdu) {
        return reader.file().hdus().get(hdu).header();
    }
}
