package dev.vigil.cli.instruments;

import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Terminal;
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
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Walks through the files of units and tries a profile on each; reads their headers and nothing else. */
final class ProfileCheck {
    private static final Pattern FITS = Pattern.compile("(?i)[^.].*\\.(fits|fit|fts)(\\.(fz|gz|bz2))?");

    private static final Pattern NIGHT = Pattern.compile("\\d{4}-?\\d{2}-?\\d{2}(\\D.*)?");

    private final Profile profile;
    private final Path folder;
    private final Set<Path> units = new TreeSet<>();

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

    /**
     * The unit is a folder that the profile names in what was asked for; only where none is there, one around that, else the one that holds
     * the folders of nights, else the topmost. Anything may be called like a unit, so the one counts below which the folders are as the
     * profile says, if there is one.
     */
    private Path unitFolder(Path file) {
        List<Path> inside = upTo(file.getParent(), folder);
        List<Path> named = inside.stream().filter(this::isNamed).toList();
        List<Path> candidates = named.isEmpty() ? unnamed(inside) : named;
        return candidates.stream()
                .filter(unit -> profile.isFolder(below(unit, file.getParent())))
                .findFirst()
                .orElse(candidates.get(0));
    }

    private List<Path> unnamed(List<Path> inside) {
        return Stream.of(
                        upTo(folder, folder.getRoot()).stream().skip(1).filter(this::isNamed),
                        inside.stream().filter(ProfileCheck::isNight).map(Path::getParent),
                        Stream.of(inside.get(Math.max(0, inside.size() - 2))))
                .flatMap(Function.identity())
                .filter(candidate -> candidate.getFileName() != null)
                .toList();
    }

    /** A folder and those that it is in, the innermost first. */
    private static List<Path> upTo(Path from, Path last) {
        return Stream.iterate(from, part -> part != null && part.startsWith(last), Path::getParent)
                .toList();
    }

    private boolean isNamed(Path part) {
        return part.getFileName() != null && profile.isOf(part.getFileName().toString());
    }

    private static boolean isNight(Path part) {
        return part.getFileName() != null
                && NIGHT.matcher(part.getFileName().toString()).matches();
    }

    private static String below(Path unit, Path path) {
        return unit.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /** The folders that were taken for those of units. */
    Set<Path> units() {
        return Collections.unmodifiableSet(units);
    }

    private void tryOn(Path file, Trial trial) {
        Path unit = unitFolder(file);
        units.add(unit);
        String path = below(unit, file);
        String name = file.getFileName().toString();
        if (FITS.matcher(name).matches() && !trial.isSidecar(name)) {
            tryOn(file, unit, path, trial);
        } else {
            trial.beside(unit.getFileName().toString(), path);
        }
    }

    private static void tryOn(Path file, Path unit, String path, Trial trial) {
        String name = unit.getFileName().toString();
        try {
            FitsFile fits = FitsFile.read(file);
            if (fits.isCutShort(file)) {
                trial.cutShort(name, path, fits.hdus(), "cut short, or still being written: its headers promise more");
            } else {
                trial.read(
                        name, path, fits.hdus(), Files.getLastModifiedTime(file).toInstant());
            }
        } catch (BadFitsException bad) {
            trial.unreadable(name, path, bad.getMessage());
        } catch (IOException unreadable) {
            trial.unreadable(
                    name, path, "cannot be read: " + unreadable.getClass().getSimpleName());
        }
    }
}
