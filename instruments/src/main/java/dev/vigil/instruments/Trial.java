package dev.vigil.instruments;

import dev.vigil.imaging.Hdu;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Tries a profile on real files, one after the other, and tells in the end what fits and what does not. */
public final class Trial {
    private final Profile profile;
    private final Instant now;
    private final Groups types = new Groups();
    private final Groups recipes = new Groups();
    private final Groups excluded = new Groups();
    private final Groups refused = new Groups();
    private final Groups unreadable = new Groups();
    private final Groups flags = new Groups();
    private final Groups forms = new Groups();
    private final Groups oddNames = new Groups();
    private final Groups sidecars = new Groups();
    private final Groups otherFiles = new Groups();
    private final Map<String, Boolean> folders = new TreeMap<>();
    private final Map<String, UnitClock> clocks = new TreeMap<>();
    private final RunningNumbers numbers = new RunningNumbers();
    private long files;

    public Trial(Profile profile, Instant now) {
        this.profile = profile;
        this.now = now;
    }

    /**
     * So many files of which the same is to be said.
     *
     * @param what is to be said
     * @param first the earliest of their nights
     * @param last the latest
     * @param example one of them, with its unit
     */
    public record Group(String what, long files, Optional<LocalDate> first, Optional<LocalDate> last, String example) {}

    /**
     * Numbers that no file has, between others of their series.
     *
     * @param series where they lack, as {@code vigil close} takes it: unit, night, and what is counted
     * @param first the first
     * @param last the last
     */
    public record Gap(String series, long first, long last) {
        /** How many they are. */
        public long size() {
            return last - first + 1;
        }

        @Override
        public String toString() {
            return series + "#" + first + (first == last ? "" : "-" + last);
        }
    }

    /** What was found, in groups, the largest first. */
    public record Findings(
            long files,
            List<Group> types,
            List<Group> recipes,
            List<Group> excluded,
            List<Group> refused,
            List<Group> unreadable,
            List<Group> flags,
            List<Group> forms,
            List<Group> oddNames,
            List<Group> sidecars,
            List<Group> others,
            List<Gap> gaps,
            Compliance folders) {
        /** Whether every file was understood, and most folders are as they should be. */
        public boolean isGood() {
            return refused.isEmpty() && unreadable.isEmpty() && oddNames.isEmpty() && folders.light() == Light.GREEN;
        }
    }

    /** The usual three colours. */
    public enum Light {
        GREEN,
        YELLOW,
        RED
    }

    /** How many folders are as the profile says, and which are not. */
    public record Compliance(int folders, List<String> others) {
        private static final double GOOD = 0.9;
        private static final double FAIR = 0.7;

        public double share() {
            return folders == 0 ? 1 : (double) (folders - others.size()) / folders;
        }

        public Light light() {
            return share() >= GOOD ? Light.GREEN : share() >= FAIR ? Light.YELLOW : Light.RED;
        }
    }

    /** Tries a file whose headers could be read. The path is below the unit's folder, with slashes. */
    public void read(String unit, String path, List<Hdu> hdus, Instant modified) {
        Judged judged = clocks.computeIfAbsent(unit, any -> new UnitClock(profile))
                .seen(path, profile.judge(new FrameSource(unit, path, hdus, now)), modified);
        Optional<LocalDate> night = frame(judged)
                .flatMap(frame -> frame.night().date())
                .or(() -> profile.folderNight(path).date());
        String file = unit + "/" + path;
        name(unit, path, night);
        night.ifPresent(date -> numbers.add(unit, date, numbers(judged, fileName(path))));
        frame(judged).ifPresent(frame -> {
            types.add(frame.type().word(), night, file);
            frame.remarks().forEach((flag, words) -> {
                if (flag.isOdd()) {
                    flags.add(flag.meaning(), night, words.equals(flag.meaning()) ? file : file + ": " + words);
                }
            });
        });
        if (judged instanceof Judged.Described taken) {
            recipes.add(fate(taken.frame()), night, file);
        } else if (judged instanceof Judged.Excluded byRule) {
            excluded.add(byRule.rule(), night, file);
        } else if (judged instanceof Judged.Refused no) {
            refused.add(no.reason(), night, file);
        }
    }

    private List<Numbering.Number> numbers(Judged judged, String fileName) {
        return judged instanceof Judged.Refused refused
                ? profile.numbersOf(fileName, refused.numbers())
                : frame(judged).map(frame -> profile.numbersOf(fileName, frame)).orElse(List.of());
    }

    private static String fate(FrameDescription frame) {
        return frame.lastLevel() == Level.REDUCED
                ? "reduced by the recipe " + frame.recipe()
                : frame.type().word() + " frames, archived"
                        + (frame.type().isCalibration() ? " and made masters of" : "");
    }

    /** Tells of a file whose headers could not be read. */
    public void unreadable(String unit, String path, String why) {
        unreadable(
                unit,
                path,
                why,
                profile.folderNight(path).date(),
                profile.numberInName(fileName(path)).stream().toList());
    }

    /** Tells of a file that ends before its headers say. Its number was used, whoever tells it. */
    public void cutShort(String unit, String path, List<Hdu> hdus, String why) {
        Judged judged = profile.judge(new FrameSource(unit, path, hdus, now));
        unreadable(
                unit,
                path,
                why,
                profile.folderNight(path)
                        .date()
                        .or(() -> frame(judged).flatMap(frame -> frame.night().date())),
                numbers(judged, fileName(path)));
    }

    private void unreadable(
            String unit, String path, String why, Optional<LocalDate> night, List<Numbering.Number> used) {
        name(unit, path, night);
        night.ifPresent(date -> numbers.add(unit, date, used));
        unreadable.add(why, night, unit + "/" + path);
    }

    /** Whether a file follows a frame by its name, and is none itself. */
    public boolean isSidecar(String fileName) {
        return profile.frameOfSidecar(fileName).isPresent();
    }

    /** Tells of a file that is no frame. */
    public void beside(String unit, String path) {
        String name = fileName(path);
        (isSidecar(name) ? sidecars : otherFiles)
                .add(shape(name), profile.folderNight(path).date(), unit + "/" + path);
    }

    /** Tells of a folder that could not be looked into. */
    public void closed(String folder, String why) {
        unreadable.add(why, Optional.empty(), folder);
    }

    /** What has been found so far. */
    public Findings findings() {
        List<String> others = folders.entrySet().stream()
                .filter(folder -> !folder.getValue())
                .map(Map.Entry::getKey)
                .toList();
        return new Findings(
                files,
                types.largestFirst(),
                recipes.largestFirst(),
                excluded.largestFirst(),
                refused.largestFirst(),
                unreadable.largestFirst(),
                flags.largestFirst(),
                forms.largestFirst(),
                oddNames.largestFirst(),
                sidecars.largestFirst(),
                otherFiles.largestFirst(),
                numbers.gaps(),
                new Compliance(folders.size(), others));
    }

    private static Optional<FrameDescription> frame(Judged judged) {
        if (judged instanceof Judged.Excluded excluded) {
            return Optional.of(excluded.frame());
        }
        return judged instanceof Judged.Described described ? Optional.of(described.frame()) : Optional.empty();
    }

    private void name(String unit, String path, Optional<LocalDate> night) {
        files++;
        String file = unit + "/" + path;
        String name = fileName(path);
        String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        folders.computeIfAbsent(unit + "/" + folder, both -> profile.isFolder(folder));
        Optional<String> form = profile.formOf(name);
        form.ifPresent(is -> forms.add(is, night, file));
        if (form.isEmpty() && !profile.allowsOtherNames()) {
            oddNames.add(shape(name), night, file);
        }
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Names that differ only in their digits have the same shape. */
    private static String shape(String name) {
        return name.replaceAll("\\d+", "#");
    }

    /** Files of which the same is to be said. */
    private static final class Groups {
        private final Map<String, Group> groups = new TreeMap<>();

        void add(String what, Optional<LocalDate> night, String path) {
            groups.merge(what, new Group(what, 1, night, night, path), Groups::joined);
        }

        List<Group> largestFirst() {
            return groups.values().stream()
                    .sorted(Comparator.comparing(Group::files).reversed())
                    .toList();
        }

        private static Group joined(Group one, Group other) {
            Function<Comparator<LocalDate>, Comparator<Optional<LocalDate>>> known =
                    order -> Comparator.comparing(night -> night.orElse(null), Comparator.nullsLast(order));
            return new Group(
                    one.what(),
                    one.files() + other.files(),
                    earlier(one.first(), other.first(), known.apply(Comparator.naturalOrder())),
                    earlier(one.last(), other.last(), known.apply(Comparator.reverseOrder())),
                    one.example());
        }

        private static Optional<LocalDate> earlier(
                Optional<LocalDate> one, Optional<LocalDate> other, Comparator<Optional<LocalDate>> order) {
            return order.compare(one, other) <= 0 ? one : other;
        }
    }
}
