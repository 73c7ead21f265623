package dev.vigil.testkit;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveException.Problem;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Borrowing;
import dev.vigil.archive.Draft;
import dev.vigil.archive.Publication;
import dev.vigil.archive.Sha256;
import dev.vigil.archive.Stored;
import dev.vigil.archive.WorkingArea;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** An archive that forgets everything at the end, and that a test can break and mend. */
public final class InMemoryArchive implements WorkingArea {
    private record Content(byte[] bytes, Instant published) {}

    private final Map<ArchiveKey, Content> files = new ConcurrentSkipListMap<>();
    private final Set<MemoryDraft> drafts = ConcurrentHashMap.newKeySet();
    private volatile Optional<Problem> problem = Optional.empty();

    /** From now on everything fails with this problem. */
    public void breakWith(Problem broken) {
        problem = Optional.of(broken);
    }

    /** From now on everything works again. */
    public void mend() {
        problem = Optional.empty();
    }

    @Override
    public Draft draft(ArchiveKey key, String worker) throws ArchiveException {
        check();
        MemoryDraft draft = new MemoryDraft(key);
        drafts.add(draft);
        return draft;
    }

    /** Memory shares nothing with a disk. */
    @Override
    public Optional<Draft> borrow(ArchiveKey key, String worker, Path file, Borrowing how) throws ArchiveException {
        check();
        return Optional.empty();
    }

    @Override
    public SeekableByteChannel scratch(String worker) throws ArchiveException {
        check();
        return new SeekableInMemoryByteChannel();
    }

    @Override
    public Publication publish(Draft draft) throws ArchiveException {
        return publish(draft, draft.digest());
    }

    @Override
    public Publication publish(Draft draft, String expectedDigest) throws ArchiveException {
        check();
        MemoryDraft mine = (MemoryDraft) draft;
        mine.close();
        if (!mine.digest().equals(expectedDigest)) {
            return new Publication.Spoiled(mine.digest(), mine.size());
        }
        Content content = new Content(mine.bytes.toByteArray(), Instant.now());
        return Optional.ofNullable(files.putIfAbsent(mine.key(), content))
                .<Publication>map(first -> new Publication.AlreadyThere(sha256(first), first.bytes().length))
                .orElseGet(() -> new Publication.Published(mine.digest(), mine.size()));
    }

    @Override
    public Optional<Stored> find(ArchiveKey key) throws ArchiveException {
        check();
        return Optional.ofNullable(files.get(key)).map(content -> new Stored(key, content.bytes().length));
    }

    @Override
    public InputStream open(ArchiveKey key) throws ArchiveException {
        return new ByteArrayInputStream(content(key).bytes());
    }

    @Override
    public String digest(ArchiveKey key) throws ArchiveException {
        return sha256(content(key));
    }

    @Override
    public Optional<Path> path(ArchiveKey key) {
        return Optional.empty();
    }

    @Override
    public List<Stored> list(String prefix) throws ArchiveException {
        check();
        return files.entrySet().stream()
                .filter(file -> prefix.isEmpty() || (file.getKey() + "/").startsWith(prefix + "/"))
                .map(file -> new Stored(file.getKey(), file.getValue().bytes().length))
                .toList();
    }

    @Override
    public boolean setAside(ArchiveKey key) throws ArchiveException {
        return remove(key);
    }

    @Override
    public long freeSpace() throws ArchiveException {
        check();
        return Runtime.getRuntime().freeMemory();
    }

    @Override
    public int sweepDrafts(Instant untouchedSince) throws ArchiveException {
        check();
        List<MemoryDraft> stale = drafts.stream()
                .filter(draft -> draft.touched.isBefore(untouchedSince))
                .toList();
        stale.forEach(drafts::remove);
        return stale.size();
    }

    @Override
    public boolean remove(ArchiveKey key) throws ArchiveException {
        check();
        return Optional.ofNullable(files.remove(key)).isPresent();
    }

    @Override
    public int removePublishedBefore(Function<ArchiveKey, Instant> limit) throws ArchiveException {
        check();
        List<ArchiveKey> old = files.entrySet().stream()
                .filter(file -> file.getValue().published().isBefore(limit.apply(file.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        old.forEach(files::remove);
        return old.size();
    }

    private Content content(ArchiveKey key) throws ArchiveException {
        check();
        return Optional.ofNullable(files.get(key))
                .orElseThrow(() -> new ArchiveException(Problem.MISSING, "there is no " + key));
    }

    private void check() throws ArchiveException {
        if (problem.isPresent()) {
            throw new ArchiveException(problem.get(), "the test broke the archive: " + problem.get());
        }
    }

    private static String sha256(Content content) {
        try {
            return Sha256.of(new ByteArrayInputStream(content.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be read", e);
        }
    }

    private final class MemoryDraft extends Draft {
        private final ArchiveKey key;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private volatile Instant touched = Instant.now();

        private MemoryDraft(ArchiveKey key) {
            this.key = key;
        }

        @Override
        public void write(int octet) throws ArchiveException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] block, int offset, int length) throws ArchiveException {
            check();
            bytes.write(block, offset, length);
            touched = Instant.now();
        }

        @Override
        public ArchiveKey key() {
            return key;
        }

        @Override
        public String digest() {
            return sha256(new Content(bytes.toByteArray(), touched));
        }

        @Override
        public long size() {
            return bytes.size();
        }

        @Override
        public void close() {
            drafts.remove(this);
        }
    }
}
