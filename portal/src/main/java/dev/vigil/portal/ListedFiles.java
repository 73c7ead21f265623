package dev.vigil.portal;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.StoredFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of frames and masters that the ledger lists; what it does not list is not handed out. */
final class ListedFiles {
    private final FrameSource frames;
    private final MasterSource masters;
    private final Map<Area, Path> folders;

    ListedFiles(FrameSource frames, MasterSource masters, Path archiveFolder, Path workingFolder) {
        this.frames = frames;
        this.masters = masters;
        this.folders = Map.of(Area.ARCHIVE, archiveFolder, Area.WORKING, workingFolder);
    }

    /** The file of a frame or master that has this digest. */
    Optional<StoredFile> find(String owner, String digest) {
        return among(ofFrame(owner), digest).or(() -> among(ofMaster(owner), digest));
    }

    private static Optional<StoredFile> among(Stream<StoredFile> files, String digest) {
        return files.filter(file -> file.area() != Area.ELSEWHERE)
                .filter(file -> file.digest().value().equals(digest))
                .findFirst();
    }

    /** Where a file lies. The archive is opened each time: it may be mounted later than the portal starts. */
    Archive archiveOf(StoredFile file) throws ArchiveException {
        return FilesystemArchive.open(folders.get(file.area()));
    }

    /** The file on a disk of this machine, if it is there. */
    Optional<Path> path(StoredFile file) throws ArchiveException {
        Archive archive = archiveOf(file);
        ArchiveKey key = new ArchiveKey(file.key());
        return archive.find(key).isPresent() ? archive.path(key) : Optional.empty();
    }

    private Stream<StoredFile> ofFrame(String owner) {
        return Links.id(owner, FrameId::new).stream().flatMap(frame -> frames.files(frame).stream());
    }

    private Stream<StoredFile> ofMaster(String owner) {
        return Links.id(owner, MasterId::new).stream().flatMap(master -> masters.files(master).stream());
    }
}
