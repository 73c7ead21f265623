package dev.vigil.cli;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.FitsFile;
import dev.vigil.instruments.Profile;
import dev.vigil.instruments.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Walks through the files of units and tries a profile on each; reads their headers and nothing else. */
final class ProfileCheck {
    private static final Pattern FITS = Pattern.compile("(?i)[^.].*\\.(fits|fit|fts)(\\.(fz|gz|bz2))?");

    private static final Pattern NIGHT = Pattern.compile("\\d{4}-?\\d{2}-?\\d{2}(\\D.*)?");

    private final Profile profile;
    private final Path folder;

    ProfileCheck(Profile profile, Path folder) {
        this.profile = profile;
        this.folder = folder.toAbsolutePath().normalize();
    }

    boolean isFolder() {
        return Files.isDirectory(folder) && Files.isReadable(folder);
    }

    Trial.Findings run(Terminal terminal) throws IOException {
        Clock clock = Clock.systemUTC();
        Trial trial = new Trial(profile, clock.instant());
        List<Path> files = files();
        ProgressBar bar = new ProgressBar("reading headers", files.size(), terminal, clock);
        long done = 0;
        for (Path file : files) {
            tryOn(file, trial);
            bar.show(++done);
        }
        bar.end();
        return trial.findings();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(
                            file -> FITS.matcher(file.getFileName().toString()).matches())
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** The unit is a folder that the profile names, else the one that holds the folders of nights, else the topmost. */
    private Path unitFolder(Path file) {
        List<Path> way = new ArrayList<>(List.of(folder));
        for (Path part : folder.relativize(file.getParent())) {
            if (!part.toString().isEmpty()) {
                way.add(way.get(way.size() - 1).resolve(part));
            }
        }
        return way.stream()
                .filter(part -> profile.isOf(part.getFileName().toString()))
                .findFirst()
                .or(() -> IntStream.range(1, way.size())
                        .filter(i -> NIGHT.matcher(way.get(i).getFileName().toString())
                                .matches())
                        .mapToObj(i -> way.get(i - 1))
                        .findFirst())
                .orElse(way.get(Math.min(1, way.size() - 1)));
    }

    private void tryOn(Path file, Trial trial) {
        Path unit = unitFolder(file);
        String path =
                unit.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        try {
            trial.read(unit.getFileName().toString(), path, FitsFile.read(file).hdus());
        } catch (BadFitsException bad) {
            trial.unreadable(path, bad.getMessage());
        } catch (IOException unreadable) {
            trial.unreadable(path, "cannot be read: " + unreadable.getClass().getSimpleName());
        }
    }
}
