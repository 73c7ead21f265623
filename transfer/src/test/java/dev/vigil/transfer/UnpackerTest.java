package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Draft;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.testkit.InMemoryArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class UnpackerTest {
    private static final byte[] PLAIN =
            ("SIMPLE  =                    T" + " ".repeat(2850)).getBytes(StandardCharsets.US_ASCII);
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    private final InMemoryArchive archive = new InMemoryArchive();

    private StoredFile archived(byte[] bytes) throws IOException {
        ArchiveKey key = ArchiveKey.of("raw", "7DT05", "2026-11-19", "a.fits.gz");
        try (Draft draft = archive.draft(key, "worker")) {
            draft.write(bytes);
            archive.publish(draft);
        }
        return new StoredFile(Area.ARCHIVE, key.value(), bytes.length, Tasks.sha256(bytes));
    }

    private static byte[] gzipped(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    @Test
    void theDigestIsThatOfTheUncompressedFile() throws Exception {
        assertThat(new Unpacker(archive).digest(archived(gzipped(PLAIN)))).isEqualTo(Tasks.sha256(PLAIN));
    }

    @Test
    void aCopyOfAnArchiveElsewhereIsCalledSoThatHousekeepingFindsItAfterAKillAndIsGoneOtherwise() throws Exception {
        byte[] packed = gzipped(PLAIN);
        StoredFile file = archived(packed);
        Set<Path> seen = new HashSet<>();
        Draft plain = new Unpacker(archive).unpack(file, Tasks.sha256(PLAIN), () -> new Looking(packed, seen));
        plain.close();
        assertThat(seen)
                .isNotEmpty()
                .allSatisfy(copy -> assertThat(copy.getFileName().toString()).startsWith(ScratchFile.PREFIX))
                .allSatisfy(copy -> assertThat(copy).doesNotExist());
    }

    /** A draft that looks, whenever something is written, which temporary files hold the packed bytes. */
    private static final class Looking extends Draft {
        private final byte[] packed;
        private final Set<Path> seen;
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();

        Looking(byte[] packed, Set<Path> seen) {
            this.packed = packed;
            this.seen = seen;
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            written.write(bytes, offset, length);
            seen.addAll(copies());
        }

        private List<Path> copies() {
            try (Stream<Path> files = Files.list(TEMPORARY)) {
                return files.filter(Files::isRegularFile).filter(this::isCopy).toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean isCopy(Path file) {
            try {
                return Files.size(file) == packed.length && Arrays.equals(Files.readAllBytes(file), packed);
            } catch (NoSuchFileException goneMeanwhile) {
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ArchiveKey key() {
            return ArchiveKey.of("raw", "7DT05", "2026-11-19", "a.fits");
        }

        @Override
        public String digest() {
            return Tasks.sha256(written.toByteArray()).value();
        }

        @Override
        public long size() {
            return written.size();
        }

        @Override
        public void close() {
            written.reset();
        }
    }
}
