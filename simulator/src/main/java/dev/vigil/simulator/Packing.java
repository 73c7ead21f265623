package dev.vigil.simulator;

import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.OutputHdu;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How a camera packs its files. */
public enum Packing {
    NONE {
        @Override
        void write(Path file, List<OutputHdu> hdus) throws IOException {
            FitsWriter.write(file, hdus);
        }
    },
    /** The whole file, as bzip2 does. */
    BZIP2 {
        @Override
        void write(Path file, List<OutputHdu> hdus) throws IOException {
            FitsWriter.writeBzip2(file, hdus);
        }
    };

    /** Writes a new file. */
    abstract void write(Path file, List<OutputHdu> hdus) throws IOException;
}
