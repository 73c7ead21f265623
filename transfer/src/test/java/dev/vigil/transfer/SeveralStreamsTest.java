package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.luben.zstd.Zstd;
import com.sun.net.httpserver.HttpExchange;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Draft;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.PerUnit;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.testkit.InMemoryArchive;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that come over several streams at once, and where one is enough. */
class SeveralStreamsTest {
    private static final byte[] BYTES = Tasks.noise(3_000_001, 1);
    private static final byte[] OTHER = Tasks.noise(3_000_001, 2);
    private static final Streams FOUR = new Streams(new PerUnit<>(4, Map.of()), Duration.ofMillis(500), 40e6);
    private static final Streams AT_ONCE = new Streams(new PerUnit<>(4, Map.of()), Duration.ZERO, Double.MAX_VALUE);

    private final InMemoryArchive archive = new InMemoryArchive();
    private final HttpSource http = new HttpSource("a secret", Tasks.PATIENCE);

    @AfterEach
    void close() {
        http.close();
    }

    private String digest(URI location, Streams streams) throws Exception {
        TransferTask task = Tasks.plain(BYTES, location);
        Fetcher fetcher = new Fetcher(http, Tasks.noSftp(), SharedDisk.COPIED, Duration.ofMillis(1), streams);
        try (Draft draft = fetcher.fetch(task, () -> archive.draft(ArchiveKey.of("a.fits"), "worker"), new Journal())) {
            assertThat(draft.size()).isEqualTo(BYTES.length);
            return draft.digest();
        }
    }

    private void assertComesWhole(URI location, Streams streams) throws Exception {
        assertThat(digest(location, streams)).isEqualTo(Tasks.sha256(BYTES).value());
    }

    private FailureCategory failure(URI location) throws Exception {
        try {
            digest(location, AT_ONCE);
        } catch (TroubleException e) {
            return ((Trouble.Failing) e.trouble()).category();
        }
        throw new AssertionError("it was fetched");
    }

    /** Tried again where the machine of the tests paused, which makes the faster ones look slower than they are. */
    @Test
    void severalStreamsAreFasterThanOneWhereEachIsSlow() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES);
                NarrowLine line = new NarrowLine(server.location(), 800_000, Duration.ofMillis(100))) {
            Duration alone = took(line, new Streams(new PerUnit<>(1, Map.of()), Duration.ofMillis(500), 40e6));
            assertThat(line.connections()).isEqualTo(1);
            await().atMost(Tasks.PATIENCE)
                    .untilAsserted(() -> assertThat(took(line, FOUR))
                            .isLessThan(alone.multipliedBy(2).dividedBy(3)));
            assertThat(line.connections()).isGreaterThan(3);
        }
    }

    private Duration took(NarrowLine line, Streams streams) throws Exception {
        long began = System.nanoTime();
        assertComesWhole(line.location(), streams);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Test
    void asLongAsTheFirstIsLeftAloneThereIsNoOther() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES)) {
            assertComesWhole(server.location(), Tasks.UNHURRIED);
            assertThat(server.ranges()).containsExactly("all");
        }
    }

    @Test
    void furtherStreamsAreWorthItOnlyWhereOneIsSlowAndHasLongToGo() {
        long gigabyte = 1_000_000_000;
        Duration second = Duration.ofSeconds(1);
        assertThat(FOUR.areWorthIt(second, 1_000_000, gigabyte)).isTrue();
        assertThat(FOUR.areWorthIt(second, 50_000_000, gigabyte)).isFalse();
        assertThat(FOUR.areWorthIt(second, 1_000_000, 900_000)).isFalse();
        assertThat(FOUR.areWorthIt(second, 1_000, 300_000)).isFalse();
        assertThat(FOUR.areWorthIt(Duration.ofMillis(400), 1_000_000, gigabyte)).isFalse();
    }

    @Test
    void aFileComesWholeOverFourStreams() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES);
                NarrowLine line = new NarrowLine(server.location(), 800_000, Duration.ofMillis(10))) {
            assertComesWhole(line.location(), AT_ONCE);
            assertThat(server.ranges()).hasSizeGreaterThan(3).allMatch(range -> range.matches("all|bytes=\\d+-\\d+"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void streamsThatAreCutAtAnyByteOrRefusedBringTheWholeFile(long seed) throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES)) {
            Random random = new Random(seed);
            server.always((exchange, content, from) ->
                    moody(server, next(random, 10), next(random, 700_000)).answer(exchange, content, from));
            assertComesWhole(server.location(), AT_ONCE);
        }
    }

    private static int next(Random random, int bound) {
        synchronized (random) {
            return random.nextInt(bound);
        }
    }

    private static TelescopeServer.Behaviour moody(TelescopeServer server, int mood, int count) {
        return switch (mood) {
            case 0 -> TelescopeServer.asItShould();
            case 1 -> TelescopeServer.status(503);
            default -> server.cutAfter(count);
        };
    }

    @Test
    void aPackedFileComesOverSeveralStreamsToo() throws Exception {
        byte[] letters = new byte[3_000_001];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) ('a' + (BYTES[i] & 15));
        }
        try (TelescopeServer server = new TelescopeServer(Zstd.compress(letters));
                NarrowLine line = new NarrowLine(server.location(), 800_000, Duration.ofMillis(10))) {
            server.first(server.cutAfter(400_000), server.cutAfter(100_000));
            URI packed = URI.create(line.location() + "?packed=zstd");
            Fetcher fetcher = new Fetcher(http, Tasks.noSftp(), SharedDisk.COPIED, Duration.ofMillis(1), AT_ONCE);
            try (Draft draft = fetcher.fetch(
                    Tasks.plain(letters, packed),
                    () -> archive.draft(ArchiveKey.of("a.fits"), "worker"),
                    new Journal())) {
                assertThat(draft.digest()).isEqualTo(Tasks.sha256(letters).value());
            }
            assertThat(server.ranges()).hasSizeGreaterThan(3);
        }
    }

    @Test
    void ifTheServerHasNoMoreStreamsToGiveTheFileComesOverTheFirst() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES)) {
            server.always((exchange, content, from) -> (isFurther(exchange)
                            ? TelescopeServer.status(503)
                            : TelescopeServer.asItShould())
                    .answer(exchange, content, from));
            assertComesWhole(server.location(), AT_ONCE);
        }
    }

    /** Only further streams know where they end. */
    private static boolean isFurther(HttpExchange exchange) {
        return String.valueOf(exchange.getRequestHeaders().getFirst("Range")).matches("bytes=\\d+-\\d+");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 900_000, 1_600_000, 2_999_999})
    void aByteThatIsDamagedInAnyStreamIsFoundAndItsBlockFetchedAgain(int place) throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES).withSums()) {
            byte[] flipped = BYTES.clone();
            flipped[place] ^= 4;
            AtomicInteger times = new AtomicInteger();
            server.always((exchange, content, from) -> {
                boolean holdsIt = from <= place && place < TelescopeServer.to(exchange, content);
                boolean isDamaged = holdsIt && times.incrementAndGet() <= 3;
                TelescopeServer.whole(exchange, content, isDamaged ? flipped : content, from);
            });
            assertComesWhole(server.location(), AT_ONCE);
            assertThat(times.get()).isGreaterThan(3);
        }
    }

    @Test
    void aFileThatIsReplacedMeanwhileIsNeverMixedWithItsSuccessor() throws Exception {
        try (TelescopeServer server = new TelescopeServer(OTHER)) {
            server.first((exchange, content, from) -> TelescopeServer.whole(exchange, BYTES, BYTES, from));
            assertThat(failure(server.location())).isEqualTo(FailureCategory.SOURCE_CHANGED);
        }
    }

    @Test
    void aFileThatGotShorterMeanwhileHasChanged() throws Exception {
        try (TelescopeServer server = new TelescopeServer(Tasks.noise(900_000, 1))) {
            server.first((exchange, content, from) -> server.cutAfter(2_000_000).answer(exchange, BYTES, from));
            assertThat(failure(server.location())).isEqualTo(FailureCategory.SOURCE_CHANGED);
        }
    }

    @Test
    void aUnitMayHaveANumberOfItsOwn() {
        Streams streams = Config.of(Map.of("transfer.streams", "8", "transfer.units.NEAR.streams", "1"))
                .read(Streams::from);
        assertThat(streams.of("NEAR")).isEqualTo(1);
        assertThat(streams.of("FAR")).isEqualTo(8);
    }
}
