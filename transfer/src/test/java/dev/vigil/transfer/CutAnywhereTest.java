package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Draft;
import dev.vigil.schemas.events.FetchedFrom;
import dev.vigil.testkit.InMemoryArchive;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A line that is cut goes on with the next byte, wherever the cut was. */
class CutAnywhereTest {
    private static final int SIZE = 600_000;
    private static final byte[] BYTES = Tasks.noise(SIZE, 1);

    private static HttpSource http;

    @BeforeContainer
    static void open() {
        http = new HttpSource("a secret", Tasks.PATIENCE);
    }

    @AfterContainer
    static void close() {
        http.close();
    }

    private static Journal fetched(URI... places) throws Exception {
        Journal journal = new Journal();
        InMemoryArchive archive = new InMemoryArchive();
        Fetcher fetcher = new Fetcher(http, Tasks.noSftp(), SharedDisk.COPIED, Duration.ofMillis(1), Tasks.UNHURRIED);
        try (Draft draft = fetcher.fetch(
                Tasks.plain(BYTES, places), () -> archive.draft(ArchiveKey.of("a.fits"), "worker"), journal)) {
            assertThat(draft.digest()).isEqualTo(Tasks.sha256(BYTES).value());
        }
        return journal;
    }

    @Property(tries = 100)
    void afterTwoCutsAtAnyBytesTheFileIsWholeAndNothingCameTwice(
            @ForAll @IntRange(max = SIZE) int first, @ForAll @IntRange(max = SIZE) int second) throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES)) {
            server.first(server.cutAfter(first), server.cutAfter(second));
            Journal journal = fetched(server.location());
            assertThat(journal.told()).extracting(FetchedFrom::bytes).containsExactly((long) SIZE);
        }
    }

    @Property(tries = 50)
    void ofTwoPlacesTheFirstMayBeDeadAndTheSecondCutAtAnyByte(@ForAll @IntRange(max = SIZE) int cut) throws Exception {
        URI dead = deadPlace();
        try (TelescopeServer alive = new TelescopeServer(BYTES)) {
            alive.first(alive.cutAfter(cut));
            List<FetchedFrom> told = fetched(dead, alive.location()).told();
            assertThat(told).extracting(FetchedFrom::location).containsExactly(dead, alive.location());
            assertThat(told).extracting(FetchedFrom::bytes).containsExactly(0L, (long) SIZE);
            assertThat(told.get(0).trouble()).isPresent();
        }
    }

    @Property(tries = 50)
    void whereTheFirstPlaceDiesAtAnyByteTheSecondBringsTheRest(@ForAll @IntRange(min = 1, max = SIZE - 1) int cut)
            throws Exception {
        try (TelescopeServer dying = new TelescopeServer(BYTES);
                TelescopeServer alive = new TelescopeServer(BYTES)) {
            dying.first(dying.cutAfter(cut)).always(TelescopeServer.status(503));
            List<FetchedFrom> told = fetched(dying.location(), alive.location()).told();
            assertThat(told).extracting(FetchedFrom::bytes).containsExactly((long) cut, (long) SIZE - cut);
        }
    }

    /** Nobody listens there any more. */
    private static URI deadPlace() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES)) {
            return server.location();
        }
    }
}
