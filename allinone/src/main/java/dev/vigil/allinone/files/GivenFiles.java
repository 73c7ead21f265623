package dev.vigil.allinone.files;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Borrowing;
import dev.vigil.archive.Draft;
import dev.vigil.archive.Publication;
import dev.vigil.archive.Stored;
import dev.vigil.imaging.Digests;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files where a person keeps them, as an archive that is only read. */
final class GivenFiles implements Archive {
    private final Map<ArchiveKey, Path> files = new TreeMap<>();

    /** Takes a file in under the name that errors are to give it. */
    StoredFile add(String name, Path file) throws IOException {
        ArchiveKey key = ArchiveKey.of(name.split("/"));
        files.put(key, file);
        return new StoredFile(Area.WORKING, key.value(), Files.size(file), new Sha256(Digests.sha256(file)));
    }

    Optional<Path> remove(StoredFile file) {
        return Optional.ofNullable(files.remove(new ArchiveKey(file.key())));
    }

    @Override
    public Optional<Path> path(ArchiveKey key) {
        return Optional.ofNullable(files.get(key));
    }

    @Override
    public Optional<Stored> find(ArchiveKey key) throws ArchiveException {
        Path file = files.get(key);
        try {
            return file != null && Files.exists(file)
                    ? Optional.of(new Stored(key, Files.size(file)))
                    : Optional.empty();
        } catch (IOException e) {
            throw ArchiveException.of("looking for " + file, e);
        }
    }

    @Override
    public InputStream open(ArchiveKey key) throws ArchiveException {
        try {
            return Files.newInputStream(files.get(key));
        } catch (IOException e) {
            throw ArchiveException.of("opening " + files.get(key), e);
        }
    }

    @Override
    public String digest(ArchiveKey key) throws ArchiveException {
        try {
            return Digests.sha256(files.get(key));
        } catch (IOException e) {
            throw ArchiveException.of("reading " + files.get(key), e);
        }
    }

    @Override
    public List<Stored> list(String prefix) throws ArchiveException {
        throw onlyRead();
    }

    @Override
    public Draft draft(ArchiveKey key, String worker) throws ArchiveException {
        throw onlyRead();
    }

    @Override
    public Optional<Draft> borrow(ArchiveKey key, String worker, Path file, Borrowing how) throws ArchiveException {
        throw onlyRead();
    }

    @Override
    public SeekableByteChannel scratch(String worker) throws ArchiveException {
        throw onlyRead();
    }

    @Override
    public Publication publish(Draft draft) throws ArchiveException {
        throw onlyRead();
    }

    @Override
    public Publication publish(Draft draft, String expectedDigest) throws ArchiveException {
        throw onlyRead();
    }

    @Override
    public boolean setAside(ArchiveKey key) throws ArchiveException {
        throw onlyRead();
    }

    @Override
    public long freeSpace() {
        return 0;
    }

    @Override
    public int sweepDrafts(Instant untouchedSince) {
        return 0;
    }

    private static ArchiveException onlyRead() {
        return new ArchiveException(ArchiveException.Problem.DENIED, "given files are only read");
    }
}
