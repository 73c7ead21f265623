package dev.vigil.allinone.files;

import dev.vigil.instruments.Profiles;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Under which path a file would be announced, so that it has the same id here as there: below the incoming folder where
 * one is named, else below the folder of a unit that a profile names, else by its name alone.
 *
 * @param unit of files of which no folder tells
 */
record FrameFinder(Profiles profiles, Optional<Path> incoming, String unit) {

    String pathOf(Path file) throws UnusableException {
        Path whole = file.toAbsolutePath().normalize();
        if (incoming.isPresent()) {
            return below(incoming.get().toAbsolutePath().normalize(), whole);
        }
        return belowUnit(whole).orElse(unit + "/" + whole.getFileName());
    }

    private static String below(Path folder, Path file) throws UnusableException {
        if (!file.startsWith(folder) || folder.relativize(file).getNameCount() < 2) {
            throw new UnusableException(file + " does not lie in the folder of a unit below " + folder
                    + ": name the incoming folder, or leave --incoming away");
        }
        return slashed(folder.relativize(file));
    }

    private Optional<String> belowUnit(Path file) {
        for (Path folder = file.getParent(); folder != null && folder.getFileName() != null; ) {
            if (profiles.names(folder.getFileName().toString())) {
                return Optional.of(slashed(folder.getParent().relativize(file)));
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    private static String slashed(Path path) {
        Deque<String> parts = new ArrayDeque<>();
        path.forEach(part -> parts.add(part.toString()));
        return String.join("/", parts);
    }
}
