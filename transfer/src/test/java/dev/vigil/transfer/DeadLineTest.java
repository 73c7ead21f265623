package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.tls.Trust;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.testkit.InMemoryArchive;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two telescopes, one of them behind a line that is dead, and eight slots for both. */
class DeadLineTest {
    private static final int SLOTS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(10);
    private static final byte[] BYTES = Tasks.noise(2000, 1);

    private final InMemoryArchive archive = new InMemoryArchive();
    private final ExecutorService slots = Executors.newFixedThreadPool(SLOTS);

    @TempDir
    Path folder;

    private HttpSource http;
    private TransferHandler handler;

    @BeforeEach
    void open() throws Exception {
        http = new HttpSource("", PATIENCE, Trust.OF_THE_SYSTEM, new WaitingRoom(SLOTS));
        handler = new TransferHandler(
                new Answers("worker", Clock.systemUTC()),
                new Fetcher(http, Tasks.noSftp(), SharedDisk.COPIED, SHORT, Tasks.UNHURRIED),
                new Unpacker(archive),
                new Shelf(Area.ARCHIVE, archive, "worker"),
                new Shelf(Area.WORKING, archive, "worker"));
    }

    @AfterEach
    void close() {
        slots.shutdownNow();
        http.close();
    }

    private Future<Outgoing<?>> handed(TransferTask task) {
        return slots.submit(() -> handler.handle(task));
    }

    private List<Future<Outgoing<?>>> ofDeadLine(SilentHost host, int frames) {
        return IntStream.range(0, frames)
                .mapToObj(number -> "FAR01/2026-11-19/" + number + ".fits")
                .map(path -> handed(Tasks.task(path, BYTES, BYTES, host.location(path))))
                .toList();
    }

    private List<Future<Outgoing<?>>> ofGoodLine(int frames) throws Exception {
        List<Future<Outgoing<?>>> answers = new ArrayList<>();
        for (int number = 0; number < frames; number++) {
            String path = "NEAR1/2026-11-19/" + number + ".fits";
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            URI location = Files.write(file, BYTES).toUri();
            answers.add(handed(Tasks.task(path, BYTES, BYTES, location)));
        }
        return answers;
    }

    /** Behind all that the scheduler hands out of the dead line at once stand the other's, and have come before the first patience is over. */
    private void assertOthersCome(SilentHost host) throws Exception {
        List<Future<Outgoing<?>>> dead = ofDeadLine(host, 32);
        for (Future<Outgoing<?>> answer : ofGoodLine(20)) {
            assertThat(answer.get(PATIENCE.toMillis() / 2, TimeUnit.MILLISECONDS)
                            .event())
                    .isInstanceOf(FrameTransferred.class);
        }
        await().until(() -> dead.stream().filter(Future::isDone).count() == 32 - SLOTS / 2);
        FrameWaiting waiting = (FrameWaiting) dead.get(31).get().event();
        assertThat(waiting.awaited()).isEqualTo(Awaited.SOURCE);
        assertThat(waiting.what()).startsWith("http://127.0.0.1");
        assertThat(waiting.state()).contains("does not answer");
    }

    @Test
    void aHostThatNeverAnswersLeavesHalfOfTheSlotsToOthers() throws Exception {
        try (SilentHost host = new SilentHost()) {
            assertOthersCome(host);
        }
    }

    @Test
    void aHostThatFallsSilentInTheMiddleOfFilesLeavesHalfOfTheSlotsToOthers() throws Exception {
        try (SilentHost host = new SilentHost("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\nSIMPLE")) {
            assertOthersCome(host);
        }
    }

    @Test
    void aHostThatSpeaksAgainIsNoLongerSilent() throws Exception {
        WaitingRoom room = new WaitingRoom(2);
        URI location = URI.create("http://far:9200/files/a.fits");
        assertThat(room.enter(location)).isTrue();
        assertThat(room.enter(location)).isFalse();
        assertThat(room.isSilent(URI.create("http://far:9200/files/b.fits"))).isTrue();
        assertThat(room.isSilent(URI.create("http://near:9200/files/b.fits"))).isFalse();
        room.heard(location);
        assertThat(room.isSilent(location)).as("somebody still waits").isTrue();
        room.leave(location);
        assertThat(room.isSilent(location)).isFalse();
        assertThat(room.enter(location)).isTrue();
    }
}
