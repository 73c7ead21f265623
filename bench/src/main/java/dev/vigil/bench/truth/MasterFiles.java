package dev.vigil.bench.truth;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.ImageReader;
import dev.vigil.reduction.masters.BuiltMaster;
import dev.vigil.reduction.masters.Master;
import dev.vigil.reduction.masters.MasterFileRows;
import dev.vigil.reduction.masters.MasterKind;
import dev.vigil.reduction.masters.MasterRules;
import dev.vigil.reduction.masters.Masters;
import dev.vigil.reduction.products.MasterFile;
import dev.vigil.reduction.products.ProductStory;
import dev.vigil.reduction.recipes.Recipe;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The masters of a night as files in a folder, open, and read row by row as they are needed. */
public final class MasterFiles implements AutoCloseable {
    private static final List<MasterKind> ORDER = List.of(MasterKind.BIAS, MasterKind.DARK, MasterKind.FLAT);

    private final List<ImageReader> readers = new ArrayList<>();
    private Masters masters = Masters.NONE;

    private MasterFiles() {}

    /** Combines the night's frames, each kind with the masters before it, and writes them. */
    public static void combine(TruthNight night, Path folder) throws IOException, BadFitsException {
        try (MasterFiles files = new MasterFiles()) {
            for (MasterKind kind : ORDER) {
                write(night.built(kind, files.masters), file(folder, kind));
                files.add(folder, kind);
            }
        }
    }

    /** Those that were combined before. */
    public static MasterFiles open(Path folder) throws IOException, BadFitsException {
        MasterFiles files = new MasterFiles();
        for (MasterKind kind : ORDER) {
            files.add(folder, kind);
        }
        return files;
    }

    private void add(Path folder, MasterKind kind) throws IOException, BadFitsException {
        ImageReader reader = ImageReader.open(file(folder, kind));
        readers.add(reader);
        masters = masters.with(Master.of(kind.word(), kind, MasterFileRows.of(reader, TruthNight.DETECTOR)));
    }

    private static Path file(Path folder, MasterKind kind) {
        return folder.resolve("master_" + kind.word() + ".fits");
    }

    static void write(BuiltMaster built, Path file) throws IOException {
        ProductStory story = new ProductStory(built.kind().word(), 1, "unit", Optional.empty(), "", List.of(), "bench");
        MasterFile master = new MasterFile(
                story, built, MasterRules.DEFAULT, List.of(new Recipe("bench", 1, List.of())), Header.EMPTY);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            FitsWriter.write(out, master.hdus());
        }
    }

    public Masters masters() {
        return masters;
    }

    @Override
    public void close() throws IOException {
        for (ImageReader reader : readers) {
            reader.close();
        }
    }
}
