package dev.vigil.transfer;

import dev.vigil.archive.ArchiveKey;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.KeptWithLoss;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.TransferTask;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The names that a frame's file may have: first the one that a person expects, then one that no other content can have.
 *
 * <p>They follow from the task alone, so a task that comes again finds what it did before.
 */
record Names(List<String> folder, String stem, String extension) {
    private static final int ENOUGH_OF_A_DIGEST = 16;
    private static final List<String> PACKINGS = List.of(".fz", ".gz", ".bz2");

    /** The names of the file as the telescope wrote it. */
    static List<ArchiveKey> archived(TransferTask task) {
        return of(task).keys(task.file().source().value());
    }

    /** The names that it would have as an earlier revision. */
    static List<ArchiveKey> archivedAs(TransferTask task, int revision) {
        return of(task, revision).keys(task.file().source().value());
    }

    /** The names of the same file uncompressed. */
    static List<ArchiveKey> readable(TransferTask task) {
        return of(task).ofUnit(task).unpacked().keys(task.file().content().value());
    }

    /** The names of what is kept of a file with loss, by that form's digest. */
    static List<ArchiveKey> keptWithLoss(TransferTask task, Sha256 digest) {
        return of(task).withLoss(".fz").keys(digest.value());
    }

    /** The names of that form uncompressed. */
    static List<ArchiveKey> readableWithLoss(TransferTask task, Sha256 content) {
        return of(task).ofUnit(task).withLoss("").keys(content.value());
    }

    /** Whoever sees the file has to see that it is not the telescope's own. */
    private Names withLoss(String packing) {
        return new Names(folder, stem + KeptWithLoss.MARK, extension + packing);
    }

    private static Names of(TransferTask task) {
        return of(task, task.identity().revision());
    }

    private static Names of(TransferTask task, int revision) {
        FrameIdentity identity = task.identity();
        List<String> path = Arrays.asList(withoutUse(identity.frame()).split("/"));
        String name = path.get(path.size() - 1);
        int point = startOfExtension(name);
        String stem = name.substring(0, point) + suffix("~", identity.frame().use()) + suffix("~r", revision);
        return new Names(folder(identity, path), stem, name.substring(point));
    }

    /** The night's folder gives way to the night, which is not always the same; folders below it stay. */
    private static List<String> folder(FrameIdentity identity, List<String> path) {
        List<String> folder = new ArrayList<>(List.of("raw", path.get(0)));
        folder.add(identity.night().map(LocalDate::toString).orElse("unknown"));
        if (path.size() > 3) {
            folder.addAll(path.subList(2, path.size() - 1));
        }
        return folder;
    }

    /** How long a readable file is kept its unit says, by a name that need not be that of the folder. */
    private Names ofUnit(TransferTask task) {
        List<String> named = new ArrayList<>(folder);
        named.set(1, FrameId.encodedUnit(task.identity().unit()));
        return new Names(named, stem, extension);
    }

    private Names unpacked() {
        String plain = extension;
        for (String packing : PACKINGS) {
            plain = plain.endsWith(packing) ? plain.substring(0, plain.length() - packing.length()) : plain;
        }
        return new Names(folder, stem, plain);
    }

    private List<ArchiveKey> keys(String digest) {
        String unique = stem + "~" + digest.substring(0, ENOUGH_OF_A_DIGEST) + extension;
        return List.of(key(stem + extension), key(unique));
    }

    private ArchiveKey key(String name) {
        List<String> parts = new ArrayList<>(folder);
        parts.add(name);
        return ArchiveKey.of(parts.toArray(String[]::new));
    }

    private static String withoutUse(FrameId frame) {
        int suffix = frame.value().indexOf('~');
        return suffix < 0 ? frame.value() : frame.value().substring(0, suffix);
    }

    private static int startOfExtension(String name) {
        int last = name.lastIndexOf('.');
        int before = last < 1 ? -1 : name.lastIndexOf('.', last - 1);
        boolean packed = last > 0 && PACKINGS.contains(name.substring(last));
        int point = packed && before > 0 ? before : last;
        return point < 1 ? name.length() : point;
    }

    private static String suffix(String sign, int number) {
        return number > 1 ? sign + number : "";
    }
}
