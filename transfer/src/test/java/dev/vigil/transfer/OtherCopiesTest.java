package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.common.kafka.Outgoing;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.Elsewhere;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.IngestSign;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.LookedInVain;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.TakenFile;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.schemas.events.WaitSoFar;
import dev.vigil.testkit.InMemoryArchive;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherCopiesTest {
    private static final byte[] BYTES = Tasks.noise(70_000, 1);
    private static final URI UNUSED = URI.create("http://telescope.invalid/frame.fits");

    private final InMemoryArchive archive = new InMemoryArchive();

    @TempDir
    Path folder;

    @Test
    void aCopyWithTheAnnouncedDigestIsATransferThatSomebodyElseDid() throws Exception {
        Path copy = copied(BYTES);
        FileTime before = Files.getLastModifiedTime(copy);
        FrameTransferred answer = (FrameTransferred) answer();
        assertThat(answer.archived())
                .isEqualTo(new StoredFile(Area.ELSEWHERE, copy.toString(), BYTES.length, Tasks.sha256(BYTES)));
        assertThat(answer.readable()).isEqualTo(answer.archived());
        assertThat(answer.from()).isEmpty();
        assertThat(Files.readAllBytes(copy)).isEqualTo(BYTES);
        assertThat(Files.getLastModifiedTime(copy)).isEqualTo(before);
    }

    @Test
    void aCopyThatIsNotThereIsWaitedForByName() throws Exception {
        FrameWaiting answer = (FrameWaiting) answer();
        assertThat(answer.awaited()).isEqualTo(Awaited.COPY);
        assertThat(answer.state()).contains("is not at").contains(Tasks.PATH);
    }

    @Test
    void aCopyThatIsStillBeingWrittenIsWaitedFor() throws Exception {
        copied(Arrays.copyOf(BYTES, 1000));
        FrameWaiting answer = (FrameWaiting) answer();
        assertThat(answer.state()).contains("1000 of 70000 bytes");
    }

    @Test
    void aCopyThatDiffersIsAFailureThatSaysWhere() throws Exception {
        byte[] damaged = BYTES.clone();
        damaged[69_999] ^= 1;
        Path copy = copied(damaged);
        FrameFailed answer = (FrameFailed) answer();
        assertThat(answer.category()).isEqualTo(FailureCategory.DAMAGED);
        assertThat(answer.reason()).contains(copy.toString()).contains("differs");
        assertThat(answer.remedy()).contains("vigil retry");
    }

    @Test
    void aLookThatFindsAllAsItWasIsNoNews() throws Exception {
        FrameWaiting first = (FrameWaiting) answer();
        Instant since = Instant.parse("2026-11-20T03:20:00Z");
        WaitSoFar before = new WaitSoFar(3, Optional.of(since), first.state());
        assertThat(answer(Stage.TRANSFER, sign(IngestSign.NONE, "", ""), before))
                .isInstanceOf(LookedInVain.class);
        copied(Arrays.copyOf(BYTES, 1000));
        FrameWaiting other = (FrameWaiting) answer(Stage.TRANSFER, sign(IngestSign.NONE, "", ""), before);
        assertThat(other.since()).as("it has waited since then").isEqualTo(since);
        assertThat(other.turn()).isEqualTo(4);
    }

    @Test
    void aFileThatIsThereShowsThatOtherSoftwareHasTakenItIn() throws Exception {
        Path repository = folder.resolve("repository.fits");
        Elsewhere place = sign(IngestSign.FILE, repository.toString(), "");
        FrameWaiting waits = (FrameWaiting) answer(Stage.RECORDING, place, WaitSoFar.NONE);
        assertThat(waits.awaited()).isEqualTo(Awaited.INGEST);
        assertThat(waits.stage()).isEqualTo(Stage.RECORDING);
        Files.createFile(repository);
        FrameRecorded recorded = (FrameRecorded) answer(Stage.RECORDING, place, WaitSoFar.NONE);
        assertThat(recorded.level()).isEqualTo(Level.INGESTED);
        assertThat(recorded.shownBy()).isEqualTo(repository.toString());
    }

    @Test
    void aLineShowsItWhateverElseItSaysAndInWhichBytes() throws Exception {
        Path log = folder.resolve("ingest.jsonl");
        Elsewhere place = sign(IngestSign.LINE, log.toString(), "b_é_12.fits");
        assertThat(answer(Stage.RECORDING, place, WaitSoFar.NONE)).isInstanceOf(FrameWaiting.class);
        Files.writeString(log, "{\"file\": \"/in/ab_é_12.fits\"}\n{\"file\": \"b_é_12.fits.tmp\"}\n");
        Files.write(log, new byte[] {(byte) 0xe9, '\n'}, StandardOpenOption.APPEND);
        FrameWaiting waits = (FrameWaiting) answer(Stage.RECORDING, place, WaitSoFar.NONE);
        assertThat(waits.state()).contains("no line with 'b_é_12.fits'").contains(log.toString());
        Files.writeString(log, "{\"file\": \"/in/b_é_12.fits\"}\n", StandardOpenOption.APPEND);
        assertThat(answer(Stage.RECORDING, place, WaitSoFar.NONE)).isInstanceOf(FrameRecorded.class);
    }

    private Path copied(byte[] bytes) throws Exception {
        Path copy = folder.resolve(Tasks.PATH);
        Files.createDirectories(copy.getParent());
        Files.write(copy, bytes);
        return Files.setLastModifiedTime(copy, FileTime.from(Instant.parse("2026-11-20T03:20:00Z")));
    }

    private static Elsewhere sign(IngestSign sign, String place, String words) {
        return new Elsewhere("", sign, place, words);
    }

    private Object answer() throws Exception {
        return answer(Stage.TRANSFER, sign(IngestSign.NONE, "", ""), WaitSoFar.NONE);
    }

    private Object answer(Stage stage, Elsewhere sign, WaitSoFar wait) throws Exception {
        TransferTask task = looking(stage, sign, wait);
        try (HttpSource http = new HttpSource("", Tasks.PATIENCE)) {
            Shelf shelf = new Shelf(Area.ARCHIVE, archive, "test");
            TransferHandler handler = new TransferHandler(
                    new Answers("test", Clock.systemUTC()),
                    new Fetcher(http, Tasks.noSftp(), SharedDisk.COPIED, Duration.ofMillis(10), Tasks.UNHURRIED),
                    new Unpacker(archive),
                    shelf,
                    shelf);
            Outgoing<?> answer = handler.handle(task);
            return answer.event();
        }
    }

    private TransferTask looking(Stage stage, Elsewhere sign, WaitSoFar wait) throws Exception {
        TransferTask task = Tasks.plain(BYTES, UNUSED);
        Elsewhere place = new Elsewhere(folder.resolve(Tasks.PATH).toString(), sign.sign(), sign.place(), sign.words());
        TakenFile file = task.file();
        return new TransferTask(
                task.task(),
                task.identity(),
                task.of(),
                task.lane(),
                task.path(),
                task.size(),
                new TakenFile(
                        file.source(),
                        file.content(),
                        file.pixels(),
                        file.locations(),
                        Optional.of(place),
                        Optional.empty()),
                task.handedOut(),
                task.deadline(),
                stage,
                wait);
    }
}
