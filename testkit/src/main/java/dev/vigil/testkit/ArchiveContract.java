package dev.vigil.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveException.Problem;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Borrowing;
import dev.vigil.archive.Draft;
import dev.vigil.archive.Publication;
import dev.vigil.archive.Stored;
import dev.vigil.archive.WorkingArea;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every archive promises. */
public abstract class ArchiveContract {
    private static final ArchiveKey KEY = ArchiveKey.of("raw", "7DT05", "2026-11-19", "a frame.fits");
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    /** An archive with nothing in it. */
    protected abstract WorkingArea emptyArchive() throws Exception;

    @Test
    void whatIsPublishedCanBeReadAgain() throws Exception {
        WorkingArea archive = emptyArchive();
        assertThat(publish(archive, KEY, "abc")).isEqualTo(new Publication.Published(SHA256_OF_ABC, 3));
        assertThat(archive.find(KEY)).contains(new Stored(KEY, 3));
        assertThat(archive.digest(KEY)).isEqualTo(SHA256_OF_ABC);
        assertThat(archive.open(KEY)).hasContent("abc");
    }

    @Test
    void aDraftIsSeenByNobody() throws Exception {
        WorkingArea archive = emptyArchive();
        try (Draft draft = draft(archive, KEY, "abc")) {
            assertThat(archive.find(KEY)).isEmpty();
            assertThat(archive.list("")).isEmpty();
            assertThat(draft.digest()).isEqualTo(SHA256_OF_ABC);
            assertThat(draft.size()).isEqualTo(3);
        }
        assertThat(archive.find(KEY)).isEmpty();
    }

    @Test
    void aScratchFileCanBeReadAgainAndIsSeenByNobody() throws Exception {
        WorkingArea archive = emptyArchive();
        try (SeekableByteChannel scratch = archive.scratch("worker-1")) {
            scratch.write(ByteBuffer.wrap(bytes("abc")));
            scratch.position(1);
            ByteBuffer read = ByteBuffer.allocate(3);
            assertThat(scratch.read(read)).isEqualTo(2);
            assertThat(read.array()).startsWith(bytes("bc"));
            assertThat(archive.list("")).isEmpty();
        }
        assertThat(archive.list("")).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        WorkingArea archive = emptyArchive();
        publish(archive, KEY, "abc");
        assertThat(publish(archive, KEY, "something else")).isEqualTo(new Publication.AlreadyThere(SHA256_OF_ABC, 3));
        assertThat(archive.open(KEY)).hasContent("abc");
    }

    @Test
    void aDraftThatIsNotWhatWasExpectedIsNotPublished() throws Exception {
        WorkingArea archive = emptyArchive();
        Publication spoiled = archive.publish(draft(archive, KEY, "abc"), "0".repeat(64));
        assertThat(spoiled).isEqualTo(new Publication.Spoiled(SHA256_OF_ABC, 3));
        assertThat(archive.find(KEY)).isEmpty();
    }

    @Test
    void aDraftThatIsWhatWasExpectedIsPublished() throws Exception {
        WorkingArea archive = emptyArchive();
        Publication published = archive.publish(draft(archive, KEY, "abc"), SHA256_OF_ABC);
        assertThat(published).isEqualTo(new Publication.Published(SHA256_OF_ABC, 3));
    }

    @Test
    void ofManyWorkersAtOnceOnePublishesAndTheOthersAdoptItsDigest() throws Exception {
        WorkingArea archive = emptyArchive();
        List<Callable<Publication>> workers = IntStream.range(0, 16)
                .mapToObj(number -> (Callable<Publication>) () -> publish(archive, KEY, "from worker " + number))
                .toList();
        List<Publication> outcomes = allAtOnce(workers);
        String winner = archive.digest(KEY);
        assertThat(outcomes).allMatch(outcome -> outcome.holds(winner));
        assertThat(outcomes.stream().filter(Publication.Published.class::isInstance))
                .hasSize(1);
    }

    @Test
    void theListIsByKeyAndStopsAtTheFolder() throws Exception {
        WorkingArea archive = emptyArchive();
        publish(archive, ArchiveKey.of("raw", "B", "2"), "two");
        publish(archive, ArchiveKey.of("raw", "B", "1"), "one");
        publish(archive, ArchiveKey.of("raw", "Bee", "3"), "three");
        assertThat(archive.list("raw/B"))
                .extracting(stored -> stored.key().value())
                .containsExactly("raw/B/1", "raw/B/2");
        assertThat(archive.list("")).hasSize(3);
        assertThat(archive.list("products")).isEmpty();
    }

    @Test
    void whatIsNotThereIsMissing() throws Exception {
        WorkingArea archive = emptyArchive();
        assertThat(archive.find(KEY)).isEmpty();
        assertThatThrownBy(() -> archive.open(KEY))
                .isInstanceOfSatisfying(
                        ArchiveException.class,
                        error -> assertThat(error.problem()).isEqualTo(Problem.MISSING));
    }

    @Test
    void draftsOfDeadWorkersAreSweptAndOthersAreLeft() throws Exception {
        WorkingArea archive = emptyArchive();
        try (Draft draft = draft(archive, KEY, "abc")) {
            assertThat(archive.sweepDrafts(Instant.now().minus(Duration.ofHours(1))))
                    .isZero();
            assertThat(archive.sweepDrafts(Instant.now().plus(Duration.ofHours(1))))
                    .isEqualTo(1);
        }
        assertThat(archive.sweepDrafts(Instant.now().plus(Duration.ofHours(1)))).isZero();
    }

    @Test
    void aWorkingAreaGivesUpWhatIsOld() throws Exception {
        WorkingArea area = emptyArchive();
        publish(area, KEY, "abc");
        ArchiveKey other = KEY.sibling("kept longer");
        publish(area, other, "abc");
        Instant now = Instant.now();
        assertThat(area.removePublishedBefore(any -> now.minus(Duration.ofDays(1))))
                .isZero();
        assertThat(area.removePublishedBefore(key -> now.plus(Duration.ofDays(key.equals(KEY) ? 1 : -1))))
                .isEqualTo(1);
        assertThat(area.find(KEY)).isEmpty();
        assertThat(area.find(other)).isPresent();
    }

    @Test
    void removingTwiceIsHarmless() throws Exception {
        WorkingArea area = emptyArchive();
        publish(area, KEY, "abc");
        assertThat(area.remove(KEY)).isTrue();
        assertThat(area.remove(KEY)).isFalse();
    }

    @Test
    void aDamagedFileSetAsideLeavesItsNameToAGoodOne() throws Exception {
        WorkingArea archive = emptyArchive();
        ArchiveKey key = ArchiveKey.of("raw", "T1", "damaged.fits");
        publish(archive, key, "damaged");
        assertThat(archive.setAside(key)).isTrue();
        assertThat(archive.find(key)).isEmpty();
        assertThat(archive.list("")).isEmpty();
        assertThat(publish(archive, key, "good")).isInstanceOf(Publication.Published.class);
        assertThat(archive.setAside(ArchiveKey.of("raw", "T1", "never.fits"))).isFalse();
    }

    @Test
    void thereIsFreeSpace() throws Exception {
        assertThat(emptyArchive().freeSpace()).isPositive();
    }

    @Test
    void whatIsBorrowedIsSeenByNobodyBeforeItIsPublishedAndThenIsWhatTheFileWas() throws Exception {
        WorkingArea archive = emptyArchive();
        Path file = Files.createTempFile("borrowed", ".fits");
        Files.writeString(file, "abc");
        for (Borrowing how : Borrowing.values()) {
            ArchiveKey key = ArchiveKey.of("raw", how.name());
            Optional<Draft> draft = archive.borrow(key, "worker-1", file, how);
            assertThat(archive.find(key)).isEmpty();
            if (draft.isPresent()) {
                assertThat(draft.get().digest()).isEqualTo(SHA256_OF_ABC);
                assertThat(archive.publish(draft.get(), SHA256_OF_ABC))
                        .isEqualTo(new Publication.Published(SHA256_OF_ABC, 3));
                assertThat(archive.open(key)).hasContent("abc");
            }
        }
        assertThat(file).hasContent("abc");
        Files.delete(file);
    }

    @Test
    void whatIsNoFileIsNotBorrowed() throws Exception {
        WorkingArea archive = emptyArchive();
        for (Borrowing how : Borrowing.values()) {
            assertThat(archive.borrow(KEY, "worker-1", Path.of("not", "there.fits"), how))
                    .isEmpty();
            assertThat(archive.borrow(KEY, "worker-1", Path.of("").toAbsolutePath(), how))
                    .isEmpty();
        }
    }

    protected static Publication publish(Archive archive, ArchiveKey key, String content) throws Exception {
        return archive.publish(draft(archive, key, content));
    }

    protected static Draft draft(Archive archive, ArchiveKey key, String content) throws Exception {
        Draft draft = archive.draft(key, "worker-1");
        draft.write(content.getBytes(StandardCharsets.UTF_8));
        return draft;
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> deeds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(deeds.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(deeds)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
