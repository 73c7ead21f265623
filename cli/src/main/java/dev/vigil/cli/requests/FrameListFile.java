package dev.vigil.cli.requests;

import dev.vigil.cli.command.WrongCallException;
import dev.vigil.schemas.events.FrameId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A list with a frame id in each line, as a person or another program wrote it. Empty lines, and those that begin with {@code #}, are
 * passed by.
 *
 * @param name the file's, or {@code -} for standard input
 */
record FrameListFile(String name) {
    private static final String STANDARD_INPUT = "-";

    List<String> ids() {
        List<String> lines = text().lines().map(String::strip).toList();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isEmpty() && !line.startsWith("#")) {
                ids.add(checked(line, i + 1));
            }
        }
        return ids;
    }

    private String checked(String line, int number) {
        try {
            return new FrameId(line).value();
        } catch (IllegalArgumentException mistake) {
            throw new WrongCallException(place() + ", line " + number + ": " + mistake.getMessage());
        }
    }

    private String place() {
        return name.equals(STANDARD_INPUT) ? "standard input" : name;
    }

    private String text() {
        try {
            byte[] all = name.equals(STANDARD_INPUT) ? System.in.readAllBytes() : Files.readAllBytes(Path.of(name));
            return new String(all, StandardCharsets.UTF_8);
        } catch (NoSuchFileException none) {
            throw unreadable("there is no such file", none);
        } catch (AccessDeniedException denied) {
            throw unreadable("it may not be read; give yourself the right to", denied);
        } catch (IOException other) {
            throw unreadable(other.getMessage(), other);
        }
    }

    private IllegalStateException unreadable(String why, IOException cause) {
        return new IllegalStateException("cannot read the list of frames " + place() + ": " + why, cause);
    }
}
