package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Draft;
import dev.vigil.common.settings.PerUnit;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FetchedFrom;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.testkit.InMemoryArchive;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file at two places: what one has brought is not lost when the other goes on. */
class SeveralPlacesTest {
    private static final byte[] BYTES = Tasks.noise(2_000_000, 1);
    private static final byte[] OTHER = Tasks.noise(2_000_000, 2);
    private static final Streams AT_ONCE = new Streams(new PerUnit<>(4, Map.of()), Duration.ZERO, Double.MAX_VALUE);
    private static final Streams ONE = new Streams(new PerUnit<>(1, Map.of()), Duration.ofMillis(500), 40e6);

    private final InMemoryArchive archive = new InMemoryArchive();
    private final HttpSource http = new HttpSource("a secret", Tasks.PATIENCE);
    private final HttpSource impatient = new HttpSource("a secret", Duration.ofSeconds(5));
    private final Journal journal = new Journal();
    private TelescopeServer near;
    private TelescopeServer far;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws Exception {
        near = new TelescopeServer(BYTES);
        far = new TelescopeServer(BYTES);
    }

    @AfterEach
    void close() {
        near.close();
        far.close();
        http.close();
        impatient.close();
    }

    private static Fetcher fetcher(HttpSource source, Streams streams) {
        return new Fetcher(source, Tasks.noSftp(), SharedDisk.COPIED, Duration.ofMillis(1), streams);
    }

    private String digest(Streams streams, URI... places) throws Exception {
        return digest(fetcher(http, streams), places);
    }

    private String digest(Fetcher fetcher, URI... places) throws Exception {
        try (Draft draft = fetcher.fetch(
                Tasks.plain(BYTES, places), () -> archive.draft(ArchiveKey.of("a.fits"), "worker"), journal)) {
            return draft.digest();
        }
    }

    private void assertComesWhole(Streams streams, URI... places) throws Exception {
        assertThat(digest(streams, places)).isEqualTo(Tasks.sha256(BYTES).value());
    }

    private Trouble trouble(URI... places) {
        return catchThrowableOfType(TroubleException.class, () -> digest(ONE, places))
                .trouble();
    }

    @Test
    void ifOnePlaceDiesTheOtherGoesOnWhereItStopped() throws Exception {
        near.first(near.stallAfter(1_200_000)).always(TelescopeServer.status(500));
        assertThat(digest(fetcher(impatient, ONE), near.location(), far.location()))
                .isEqualTo(Tasks.sha256(BYTES).value());
        List<FetchedFrom> told = journal.told();
        assertThat(told).extracting(FetchedFrom::location).containsExactly(near.location(), far.location());
        assertThat(told.get(0).trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("500"));
        assertThat(told.get(0).bytes() + told.get(1).bytes()).isEqualTo(BYTES.length);
        assertThat(told.get(1).trouble()).isEmpty();
        assertThat(far.ranges()).hasSize(1).first().asString().startsWith("bytes=");
    }

    @Test
    void theNextFileDoesNotWaitForAPlaceThatWasSilent() throws Exception {
        near.always(TelescopeServer.status(500));
        Fetcher fetcher = fetcher(http, ONE);
        TransferTask task = Tasks.plain(BYTES, near.location(), far.location());
        Shelf.Drafts drafts = () -> archive.draft(ArchiveKey.of("a.fits"), "worker");
        fetcher.fetch(task, drafts, journal).close();
        int asked = near.ranges().size();
        fetcher.fetch(task, drafts, journal).close();
        assertThat(asked).isPositive();
        assertThat(near.ranges()).hasSize(asked);
    }

    @Test
    void aPlaceThatRefusesIsPassedBy() throws Exception {
        near.always(TelescopeServer.status(401));
        assertComesWhole(ONE, near.location(), far.location());
        assertThat(journal.told().get(0).trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("transfer.token"));
    }

    @Test
    void twoPlacesThatBothFailNowAndThenBringTheFileTogether() throws Exception {
        near.always(near.cutAfter(300_000));
        far.always(far.cutAfter(200_000));
        near.first(near.cutAfter(300_000), TelescopeServer.status(503), TelescopeServer.status(503));
        assertComesWhole(ONE, near.location(), far.location());
        assertThat(journal.told()).allMatch(from -> from.bytes() > 0);
    }

    @Test
    void furtherStreamsComeFromAllPlaces() throws Exception {
        assertComesWhole(AT_ONCE, near.location(), far.location());
        assertThat(near.ranges()).hasSizeGreaterThan(1);
        assertThat(far.ranges()).isNotEmpty();
        assertThat(journal.told()).allMatch(from -> from.bytes() > 0);
    }

    @Test
    void aPlaceWithAnotherContentIsNotMixedIn() throws Exception {
        try (TelescopeServer stale = new TelescopeServer(OTHER)) {
            assertComesWhole(AT_ONCE, near.location(), stale.location());
            assertComesWhole(AT_ONCE, stale.location(), near.location());
        }
    }

    @Test
    void aDiskThatHoldsAnotherFileUnderThisNameIsPassedByForTheServer() throws Exception {
        Path file = folder.resolve(Tasks.PATH);
        Files.createDirectories(file.getParent());
        Files.write(file, Tasks.noise(1_000_000, 3));
        assertComesWhole(ONE, file.toUri(), near.location());
    }

    @Test
    void ifNoPlaceCanBeReachedAllAreNamed() throws Exception {
        near.close();
        far.close();
        assertThat(trouble(near.location(), far.location()))
                .isInstanceOfSatisfying(
                        Trouble.Away.class,
                        away -> assertThat(away.what() + away.state())
                                .contains(Place.address(near.location()), Place.address(far.location())));
    }

    @Test
    void whatOnePlaceKnowsOfTheFileWeighsMoreThanTheSilenceOfAnother() {
        near.close();
        far.always(TelescopeServer.status(404));
        assertThat(trouble(near.location(), far.location()))
                .isInstanceOfSatisfying(
                        Trouble.Failing.class,
                        failing -> assertThat(failing.category()).isEqualTo(FailureCategory.SOURCE_MISSING));
    }

    @Test
    void theAnswerTellsWhatCameFromWhere() throws Exception {
        near.first(near.stallAfter(500_000)).always(TelescopeServer.status(500));
        TransferHandler handler = new TransferHandler(
                new Answers("worker", Clock.systemUTC()),
                fetcher(impatient, ONE),
                new Unpacker(archive),
                new Shelf(Area.ARCHIVE, archive, "worker"),
                new Shelf(Area.WORKING, new InMemoryArchive(), "worker"));
        FrameTransferred answer = (FrameTransferred) handler.handle(Tasks.plain(BYTES, near.location(), far.location()))
                .event();
        assertThat(answer.from()).hasSize(2).allMatch(from -> from.bytes() > 0);
    }
}
