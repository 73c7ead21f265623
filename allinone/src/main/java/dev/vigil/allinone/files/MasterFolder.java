package dev.vigil.allinone.files;

import dev.vigil.calibrator.MasterLabel;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.FitsFile;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The masters below a folder, by what their own headers say of them. */
final class MasterFolder {
    private final Optional<Path> folder;
    private final List<MasterBuilt> masters = new ArrayList<>();
    private final Map<Path, String> others = new TreeMap<>();

    private MasterFolder(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Reads the headers of all FITS files below the folder, if there is one. */
    static MasterFolder read(Optional<Path> folder, GivenFiles files) throws IOException {
        MasterFolder masters = new MasterFolder(folder);
        if (folder.isPresent()) {
            try (Stream<Path> below = Files.walk(folder.get())) {
                for (Path file : below.filter(MasterFolder::isFits).sorted().toList()) {
                    masters.add(file, files);
                }
            }
        }
        return masters;
    }

    private static boolean isFits(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && name.matches(".*\\.(fits|fit|fts)(\\.fz)?") && Files.isRegularFile(file);
    }

    private void add(Path file, GivenFiles files) throws IOException {
        try {
            FitsFile fits = FitsFile.read(file);
            if (!MasterLabel.isMaster(fits)) {
                return;
            }
            Optional<MasterBuilt> master = MasterLabel.read(fits, files.add(name(file), file));
            master.ifPresentOrElse(
                    masters::add, () -> others.put(file, "does not say what it fits: combine its frames again"));
        } catch (BadFitsException bad) {
            others.put(file, bad.getMessage());
        } catch (RuntimeException bad) {
            others.put(file, "its header makes no sense: " + bad.getMessage());
        }
    }

    private String name(Path file) {
        return "masters/" + folder.orElseThrow().relativize(file);
    }

    List<MasterBuilt> of(MasterKind kind) {
        return masters.stream().filter(master -> master.kind() == kind).toList();
    }

    /** Where the masters were looked for, as a person says it. */
    String where() {
        return folder.map(Path::toString).orElse("a folder that was not named (--masters DIR)");
    }

    /** Masters that nobody can choose, and why. */
    List<String> remarks() {
        return others.entrySet().stream()
                .map(other -> other.getKey() + ": " + other.getValue())
                .toList();
    }
}
