package dev.vigil.simulator;

import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.Packing;
import dev.vigil.imaging.TileCompression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How a camera compresses its files. */
public enum Compression {
    NONE {
        @Override
        void write(Path file, List<OutputHdu> hdus) throws IOException {
            FitsWriter.write(file, hdus);
        }
    },
    /** Each image by its rows, as fpack does. */
    TILES {
        @Override
        void write(Path file, List<OutputHdu> hdus) throws IOException {
            Path plain = file.resolveSibling(file.getFileName() + ".plain.part");
            Files.deleteIfExists(plain);
            FitsWriter.write(plain, hdus);
            if (TileCompression.pack(plain, file) instanceof Packing.Refused refused) {
                throw new IOException(file + " cannot be packed: " + refused.why());
            }
            Files.delete(plain);
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
