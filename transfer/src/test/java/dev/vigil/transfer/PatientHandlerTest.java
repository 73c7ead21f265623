package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.archive.ArchiveException.Problem;
import dev.vigil.common.run.StopSignal;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.testkit.InMemoryArchive;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientHandlerTest {
    private static final byte[] BYTES = Tasks.noise(1000, 1);
    private static final Duration SHORT = Duration.ofMillis(10);

    private final InMemoryArchive archive = new InMemoryArchive();
    private final HttpSource http = new HttpSource("", Tasks.PATIENCE);
    private final StopSignal stop = new StopSignal();
    private final TransferHandler handler = new TransferHandler(
            new Answers("worker", Clock.systemUTC()),
            new Fetcher(http, Tasks.noSftp(), SharedDisk.COPIED, SHORT, Tasks.UNHURRIED),
            new Unpacker(archive),
            new Shelf(Area.ARCHIVE, archive, "worker"),
            new Shelf(Area.WORKING, archive, "worker"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PatientHandler patient = new PatientHandler(handler, new AnswerBook(meters), stop, SHORT);

    @TempDir
    Path folder;

    private TransferTask task;

    @BeforeEach
    void writeFile() throws Exception {
        Path file = folder.resolve(Tasks.PATH);
        Files.createDirectories(file.getParent());
        task = Tasks.plain(BYTES, Files.write(file, BYTES).toUri());
    }

    @AfterEach
    void closeSource() {
        http.close();
    }

    @Test
    void anArchiveThatIsAwayIsWaitedFor() throws Exception {
        archive.breakWith(Problem.UNREACHABLE);
        CompletableFuture<Object> answer = CompletableFuture.supplyAsync(this::answer);
        assertThatThrownBy(() -> answer.get(100, TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
        archive.mend();
        assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(FrameTransferred.class);
    }

    @ParameterizedTest
    @CsvSource({"FULL, DISK_FULL", "DENIED, NOT_WRITABLE", "OTHER, OTHER"})
    void anArchiveThatIsThereAndTakesNothingIsAnswered(Problem problem, FailureCategory category) throws Exception {
        archive.breakWith(problem);
        FrameFailed answer = (FrameFailed) patient.handle(task).event();
        assertThat(answer.category()).isEqualTo(category);
        assertThat(answer.reason()).contains(Tasks.PATH);
    }

    @Test
    void answersAreCountedByUnit() throws Exception {
        patient.handle(task);
        patient.gaveUp(task, 10);
        assertThat(meters.counter("vigil.transfer.answers", "unit", "7DT05", "outcome", "transferred")
                        .count())
                .isEqualTo(1);
        assertThat(meters.counter("vigil.transfer.answers", "unit", "7DT05", "outcome", "failed")
                        .count())
                .isEqualTo(1);
        assertThat(meters.counter("vigil.transfer.archived.bytes", "unit", "7DT05")
                        .count())
                .isEqualTo(BYTES.length);
    }

    @Test
    void aStopEndsTheWait() {
        archive.breakWith(Problem.UNREACHABLE);
        stop.stop();
        assertThatThrownBy(() -> patient.handle(task)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void aTaskThatNobodyAnsweredIsGivenUp() {
        FrameFailed answer = (FrameFailed) patient.gaveUp(task, 10).event();
        assertThat(answer.category()).isEqualTo(FailureCategory.GAVE_UP);
        assertThat(answer.reason()).contains(Tasks.PATH).contains("10 deliveries");
    }

    @Test
    void whatWasNotForeseenIsAnErrorOfTheSoftware() {
        FrameFailed answer = (FrameFailed)
                patient.broke(task, new IllegalStateException("a surprise")).event();
        assertThat(answer.category()).isEqualTo(FailureCategory.SOFTWARE);
        assertThat(answer.reason()).contains("a surprise");
    }

    private Object answer() {
        try {
            return patient.handle(task).event();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts", e);
        }
    }
}
