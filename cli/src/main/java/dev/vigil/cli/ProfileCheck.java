package dev.vigil.cli;

import dev.vigil.common.files.UnfinishedNames;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.FitsFile;
import dev.vigil.instruments.Profile;
import dev.vigil.instruments.Trial;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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
        List<Path> files = files(trial);
        ProgressBar bar = new ProgressBar("reading headers", files.size(), terminal, clock);
        long done = 0;
        for (Path file : files) {
            tryOn(file, trial);
            bar.show(++done);
        }
        bar.end();
        return trial.findings();
    }

    /** A folder that cannot be looked into is told of, and the others are looked into all the same. */
    private List<Path> files(Trial trial) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                if (is.isRegularFile()
                        && !UnfinishedNames.includes(file.getFileName().toString())) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) {
                trial.closed(
                        folder.relativize(file).toString(),
                        "cannot be looked into: " + why.getClass().getSimpleName());
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(Comparator.naturalOrder());
        return files;
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
        String name = file.getFileName().toString();
        if (FITS.matcher(name).matches() && !trial.isSidecar(name)) {
            tryOn(file, unit, path, trial);
        } else {
            trial.beside(unit.getFileName().toString(), path);
        }
    }

    private static void tryOn(Path file, Path unit, String path, Trial trial) {
        try {
            trial.read(
                    unit.getFileName().toString(),
                    path,
                    FitsFile.read(file).hdus(),
                    Files.getLastModifiedTime(file).toInstant());
        } catch (BadFitsException bad) {
            trial.unreadable(unit.getFileName().toString(), path, bad.getMessage());
        } catch (IOException unreadable) {
            trial.unreadable(
                    unit.getFileName().toString(),
                    path,
                    "cannot be read: " + unreadable.getClass().getSimpleName());
        }
    }
}
