package dev.vigil.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An archive in a folder of one file system.
 *
 * <p>The root holds a marker. Where it is missing the disk is not mounted, and the archive says so and writes nothing.
 * Drafts lie in a hidden folder of the root, so that publishing is a link within one file system.
 */
public final class FilesystemArchive implements WorkingArea {
    private static final String MARKER = ".archive";
    private static final String DRAFTS = ".drafts";
    private static final String ASIDE = ".aside";

    private final Path root;
    private final Borrower borrower = new Borrower();
    private volatile Optional<Claim> claim = Optional.empty();

    private FilesystemArchive(Path root) {
        this.root = root;
    }

    /** The archive in this folder, which is made and marked if it is not one yet. */
    public static Archive create(Path root) throws ArchiveException {
        return createWorkingArea(root);
    }

    /** The archive in this folder, which must be one. */
    public static Archive open(Path root) throws ArchiveException {
        return opened(root.toAbsolutePath().normalize());
    }

    /**
     * The archive in this folder. It is made if it was never used; if it was, and its marker is not there, its disk is not mounted,
     * and everything asked of it says so until it is.
     */
    public static Archive createOrAwait(Path root, boolean wasUsed) throws ArchiveException {
        Path folder = root.toAbsolutePath().normalize();
        return wasUsed && !Files.exists(folder.resolve(MARKER)) ? new FilesystemArchive(folder) : create(root);
    }

    /** The working area in this folder, which is made and marked if it is not one yet. */
    public static WorkingArea createWorkingArea(Path root) throws ArchiveException {
        Path folder = root.toAbsolutePath().normalize();
        return doing("making the archive " + folder, folder, () -> {
            Durable.createFolders(folder.resolve(DRAFTS));
            createMarker(folder.resolve(MARKER));
            return opened(folder);
        });
    }

    @Override
    public Draft draft(ArchiveKey key, String worker) throws ArchiveException {
        return reaching("drafting " + key, () -> new FileDraft(key, root, placeOfDraft(worker)));
    }

    @Override
    public Optional<Draft> borrow(ArchiveKey key, String worker, Path file, Borrowing how) throws ArchiveException {
        return reaching("drafting " + key, () -> {
            Path draft = placeOfDraft(worker);
            return borrower.borrow(file, draft, how) ? whole(draft, key) : Optional.empty();
        });
    }

    private static Optional<Draft> whole(Path draft, ArchiveKey key) throws IOException {
        try {
            return Optional.of(BorrowedDraft.at(draft, key));
        } catch (IOException unreadable) {
            Files.deleteIfExists(draft);
            return Optional.empty();
        }
    }

    /** The system takes the file's name at once and its room at the end; where it cannot, the file is swept as a draft is. */
    @Override
    public SeekableByteChannel scratch(String worker) throws ArchiveException {
        return reaching(
                "making a scratch file",
                () -> FileChannel.open(
                        placeOfDraft(worker),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE));
    }

    @Override
    public ArchiveException refusing(String deed, IOException error) {
        return ArchiveException.of(deed, root, error);
    }

    private Path placeOfDraft(String worker) throws IOException {
        // A person who marks a new disk makes the marker alone.
        Durable.createFolders(root.resolve(DRAFTS));
        return root.resolve(DRAFTS).resolve(ArchiveKey.encoded(worker) + "-" + UUID.randomUUID());
    }

    @Override
    public Publication publish(Draft draft) throws ArchiveException {
        DraftFile file = own(draft);
        return reaching("publishing " + draft.key(), () -> {
            try (file) {
                file.finish();
                return claimed(file);
            }
        });
    }

    @Override
    public Publication publish(Draft draft, String expectedDigest) throws ArchiveException {
        DraftFile file = own(draft);
        return reaching("publishing " + draft.key(), () -> {
            try (file) {
                file.finish();
                String found = file.proven();
                return found.equals(expectedDigest)
                        ? claimed(file)
                        : new Publication.Spoiled(found, Files.size(file.file()));
            }
        });
    }

    @Override
    public Optional<Stored> find(ArchiveKey key) throws ArchiveException {
        return reaching("looking for " + key, () -> {
            try {
                return Optional.of(Files.readAttributes(file(key), BasicFileAttributes.class))
                        .filter(BasicFileAttributes::isRegularFile)
                        .map(attributes -> new Stored(key, attributes.size()));
            } catch (NoSuchFileException nothing) {
                return Optional.empty();
            }
        });
    }

    @Override
    public InputStream open(ArchiveKey key) throws ArchiveException {
        return reaching("opening " + key, () -> Files.newInputStream(file(key)));
    }

    @Override
    public String digest(ArchiveKey key) throws ArchiveException {
        return reaching("reading " + key, () -> Sha256.of(file(key)));
    }

    @Override
    public Optional<Path> path(ArchiveKey key) {
        return Optional.of(file(key));
    }

    @Override
    public List<Stored> list(String prefix) throws ArchiveException {
        return reaching("listing '" + prefix + "'", () -> {
            List<Stored> found = new ArrayList<>();
            for (Path path : filesBelow(prefix.isEmpty() ? root : file(new ArchiveKey(prefix)))) {
                found.add(new Stored(key(path), Files.size(path)));
            }
            found.sort((one, other) -> one.key().compareTo(other.key()));
            return List.copyOf(found);
        });
    }

    @Override
    public boolean setAside(ArchiveKey key) throws ArchiveException {
        return reaching("setting aside " + key, () -> {
            Path place = root.resolve(ASIDE).resolve(key.value() + "~" + UUID.randomUUID());
            Durable.createFolders(place.getParent());
            try {
                Files.move(file(key), place, StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException nothing) {
                return false;
            }
            Durable.sync(place.getParent());
            Durable.sync(file(key).getParent());
            return true;
        });
    }

    @Override
    public long freeSpace() throws ArchiveException {
        return reaching("asking for free space", () -> Files.getFileStore(root).getUsableSpace());
    }

    @Override
    public int sweepDrafts(Instant untouchedSince) throws ArchiveException {
        return reaching("sweeping drafts", () -> {
            int swept = 0;
            for (Path draft : children(root.resolve(DRAFTS))) {
                swept +=
                        !draft.getFileName().toString().startsWith(".") && removedIfDead(draft, untouchedSince) ? 1 : 0;
            }
            return swept;
        });
    }

    @Override
    public boolean remove(ArchiveKey key) throws ArchiveException {
        return reaching("removing " + key, () -> Files.deleteIfExists(file(key)));
    }

    @Override
    public int removePublishedBefore(Function<ArchiveKey, Instant> limit) throws ArchiveException {
        return reaching("removing what is old", () -> {
            int removed = 0;
            for (Path path : filesBelow(root)) {
                removed += removedIfOlder(path, limit.apply(key(path))) ? 1 : 0;
            }
            return removed;
        });
    }

    @Override
    public String toString() {
        return "archive " + root;
    }

    private Publication claimed(DraftFile draft) throws IOException {
        Path name = file(draft.key());
        String digest = draft.digest();
        Durable.createFolders(name.getParent());
        try {
            claim().take(draft.file(), name);
            Durable.sync(name.getParent());
            return new Publication.Published(digest, draft.size());
        } catch (FileAlreadyExistsException lost) {
            return new Publication.AlreadyThere(Sha256.of(name), Files.size(name));
        }
    }

    private Path file(ArchiveKey key) {
        return root.resolve(key.value());
    }

    private ArchiveKey key(Path path) {
        return new ArchiveKey(
                root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/"));
    }

    private List<Path> filesBelow(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                return isContent(path) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && isContent(path)) {
                    files.add(path);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /** What has no key is not the archive's content: its own files, and what the file system keeps for itself. */
    private boolean isContent(Path path) {
        return path.equals(root) || ArchiveKey.isKey(relative(path)) && !path.equals(root.resolve("lost+found"));
    }

    private String relative(Path path) {
        return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.toList();
        }
    }

    /** A file that was linked has the time of its content, so what counts is also when it got this name. */
    private static boolean removedIfDead(Path draft, Instant limit) throws IOException {
        try {
            boolean isNamedBefore =
                    !draft.getFileSystem().supportedFileAttributeViews().contains("unix")
                            || ((FileTime) Files.getAttribute(draft, "unix:ctime"))
                                    .toInstant()
                                    .isBefore(limit);
            return isNamedBefore && removedIfOlder(draft, limit);
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        }
    }

    private static boolean removedIfOlder(Path file, Instant limit) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(limit) && Files.deleteIfExists(file);
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        }
    }

    private static DraftFile own(Draft draft) {
        if (draft instanceof DraftFile file) {
            return file;
        }
        throw new IllegalArgumentException("a draft of another archive: " + draft.key());
    }

    private static FilesystemArchive opened(Path root) throws ArchiveException {
        checkMarker(root);
        return new FilesystemArchive(root);
    }

    /** Known when it is first needed, for the disk may be mounted later. */
    private Claim claim() throws IOException {
        if (claim.isEmpty()) {
            claim = Optional.of(claim(root));
        }
        return claim.get();
    }

    /** Asks the file system itself whether it has hard links. */
    private static Claim claim(Path root) throws IOException {
        Path probe = root.resolve(DRAFTS).resolve(".probe-" + UUID.randomUUID());
        try {
            Files.createLink(probe, root.resolve(MARKER));
        } catch (UnsupportedOperationException | IOException noLinks) {
            return Claim.byLockedRename(root.resolve(DRAFTS).resolve(".publishing"));
        }
        Files.delete(probe);
        return Claim.byLink();
    }

    private static void createMarker(Path marker) throws IOException {
        try {
            Files.createFile(marker);
            Durable.sync(marker.getParent());
        } catch (FileAlreadyExistsException madeBefore) {
            return;
        }
    }

    private static void checkMarker(Path root) throws ArchiveException {
        if (!Files.exists(root.resolve(MARKER))) {
            throw new ArchiveException(
                    ArchiveException.Problem.UNREACHABLE,
                    "there is no archive in " + root + " (its " + MARKER
                            + " is missing); see whether the disk is mounted. If this is a new disk for it: touch "
                            + root.resolve(MARKER));
        }
    }

    private interface Deed<T> {
        T result() throws IOException;
    }

    /** Does something with the archive, once it is known to be there; if it goes while we do, that is the problem. */
    private <T> T reaching(String deed, Deed<T> body) throws ArchiveException {
        checkMarker(root);
        return doing(deed, root, body);
    }

    private static <T> T doing(String deed, Path root, Deed<T> body) throws ArchiveException {
        try {
            return body.result();
        } catch (IOException e) {
            throw ArchiveException.of(deed, root, e);
        }
    }
}
