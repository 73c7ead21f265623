package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vigil.archive.ArchiveKey;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.testkit.InMemoryArchive;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpSourceTest {
    private static final byte[] BYTES = Tasks.noise(3_000_000, 1);
    private static final byte[] OTHER = Tasks.noise(3_000_000, 2);
    private static final Duration SHORT = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final InMemoryArchive archive = new InMemoryArchive();
    private KeyPair ours;
    private Path key;
    private Path known;
    private SftpTelescope telescope;
    private SftpHosts hosts;

    @BeforeEach
    void startTelescope() throws Exception {
        ours = SftpTelescope.aKey();
        key = SftpTelescope.written(ours, folder.resolve("key"));
        known = folder.resolve("known_hosts");
        put(Tasks.PATH, BYTES);
        telescope = new SftpTelescope(folder.resolve("incoming"), ours);
        Files.writeString(known, telescope.knownAs());
        hosts = hosts(key);
    }

    @AfterEach
    void stopTelescope() throws Exception {
        hosts.close();
        telescope.close();
    }

    @Test
    void aFileComesOverSftpAsItIs() throws Exception {
        assertThat(transferred(task())).isEqualTo("raw/7DT05/2026-11-19/7DT05_0001.fits");
    }

    @Test
    void aCutTransferGoesOnWhereItWasCut() throws Exception {
        telescope.cutAt(2_000_000);
        transferred(task());
        assertThat(telescope.connections()).isEqualTo(2);
        assertThat(telescope.lowestAfterCut()).isPositive();
    }

    @Test
    void aHostThatFallsSilentIsAskedAgain() throws Exception {
        telescope.stallAt(1_000_000);
        try (SftpHosts impatient = impatient()) {
            transferred(impatient, task());
        }
        assertThat(telescope.connections()).isEqualTo(2);
    }

    @Test
    void oneConnectionServesAllWhoFetchAndIsMadeAnewWhenItIsCut() throws Exception {
        for (int number = 0; number < 3; number++) {
            transferred(another(number));
        }
        assertThat(telescope.connections()).isEqualTo(1);
        telescope.cutAll();
        transferred(another(3));
        assertThat(telescope.connections()).isEqualTo(2);
    }

    @Test
    void manyFetchAtOnceOverOneConnection() throws Exception {
        CompletableFuture<?>[] all = new CompletableFuture<?>[12];
        for (int number = 0; number < all.length; number++) {
            TransferTask task = another(number);
            all[number] = CompletableFuture.supplyAsync(() -> answer(hosts, task));
        }
        CompletableFuture.allOf(all).join();
        assertThat(all).allSatisfy(each -> assertThat(each.join()).isInstanceOf(FrameTransferred.class));
        assertThat(telescope.connections()).isEqualTo(1);
    }

    @Test
    void aDeadHostHoldsUpNobodyWhoFetchesFromAnother() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                SftpHosts impatient = impatient()) {
            URI dead = URI.create("sftp://camera@127.0.0.1:" + silent.getLocalPort() + "/" + Tasks.PATH);
            CompletableFuture<Object> stuck =
                    CompletableFuture.supplyAsync(() -> answer(impatient, Tasks.plain(BYTES, dead)));
            await().until(() -> silent.isBound());
            transferred(task());
            assertThat(stuck).isNotDone();
            FrameWaiting waiting = (FrameWaiting) stuck.join();
            assertThat(waiting.what()).isEqualTo("sftp://camera@127.0.0.1:" + silent.getLocalPort());
            assertThat(waiting.state()).contains("cannot be reached");
        }
    }

    @Test
    void aHostThatSaysNothingIsWaitedForByOneFileOnly() throws Exception {
        SftpSettings settings = new SftpSettings("nobody", Optional.of(key), "", known);
        ExecutorService slots = Executors.newFixedThreadPool(8);
        try (SilentHost silent = new SilentHost();
                SftpHosts patient = new SftpHosts(settings, Duration.ofMinutes(1))) {
            URI dead = URI.create(silent.location(Tasks.PATH).toString().replace("http://", "sftp://camera@"));
            List<Future<Object>> answers = IntStream.range(0, 32)
                    .mapToObj(number -> slots.submit(() -> answer(patient, Tasks.plain(BYTES, dead))))
                    .toList();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> answers.stream().filter(Future::isDone).count() == 31);
            FrameWaiting waiting = (FrameWaiting) answers.get(31).get();
            assertThat(waiting.state()).contains("does not answer");
            assertThat(silent.asked()).isEqualTo(1);
            slots.shutdownNow();
        }
    }

    @Test
    void aHostThatFallsSilentInTheMiddleOfFilesLeavesHalfOfTheSlotsToOthers() throws Exception {
        int slotsOfAll = 12;
        Duration patience = Duration.ofSeconds(40);
        ExecutorService slots = Executors.newFixedThreadPool(slotsOfAll);
        try (SftpTelescope silent = new SftpTelescope(folder.resolve("incoming"), ours);
                SftpHosts all = hosts(patience, new WaitingRoom(slotsOfAll))) {
            Files.writeString(
                    known, telescope.knownAs() + silent.silentFrom(1_000_000).knownAs());
            List<Future<Object>> dead = handed(slots, all, silent, 40);
            for (Future<Object> answer : handed(slots, all, telescope, 20)) {
                assertThat(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS))
                        .isInstanceOf(FrameTransferred.class);
            }
            await().untilAsserted(() ->
                    assertThat(dead.stream().filter(each -> !each.isDone())).hasSizeBetween(1, slotsOfAll / 2));
            FrameWaiting waiting = (FrameWaiting) dead.get(39).get();
            assertThat(waiting.what()).isEqualTo("sftp://camera@127.0.0.1:" + silent.port());
            assertThat(waiting.state()).contains("does not answer");
            assertThat(silent.connections()).isEqualTo(1);
            slots.shutdownNow();
        }
    }

    @Test
    void aHostThatSpeaksAgainGivesAsManyFilesAtOnceAsBefore() throws Exception {
        int places = 2;
        int files = 20;
        ExecutorService slots = Executors.newFixedThreadPool(12);
        try (SftpTelescope silent = new SftpTelescope(folder.resolve("incoming"), ours);
                SftpHosts all = hosts(Duration.ofSeconds(30), new WaitingRoom(2 * places))) {
            Files.writeString(known, silent.silentFrom(1_000_000).knownAs());
            List<Future<Object>> first = handed(slots, all, silent, files);
            await().atMost(Duration.ofSeconds(25))
                    .until(() -> first.stream().filter(Future::isDone).count() == files - places);
            assertThat(silent.connections()).isEqualTo(1);
            silent.speakAgain();
            for (Future<Object> answer : first) {
                assertThat(answer.get()).isInstanceOfAny(FrameTransferred.class, FrameWaiting.class);
            }
            for (Future<Object> answer : handed(slots, all, silent, files)) {
                assertThat(answer.get()).isInstanceOf(FrameTransferred.class);
            }
            openAtOnce(all.of(silent.location(Tasks.PATH)), 8);
            assertThat(silent.connections()).isEqualTo(2);
            slots.shutdownNow();
        }
    }

    private static void openAtOnce(SftpHost host, int channels) throws Exception {
        List<SftpHost.Channel> open = new ArrayList<>();
        for (int number = 0; number < channels; number++) {
            open.add(host.open());
        }
        open.forEach(SftpHost.Channel::close);
    }

    @Test
    void whoHasTheOnlyPlaceWaitsForAChannelAsLongAsPatienceLasts() throws Exception {
        Duration patience = Duration.ofSeconds(5);
        WaitingRoom room = new WaitingRoom(2);
        URI location = telescope.openingNothing().location(Tasks.PATH);
        room.enter(location);
        room.leave(location);
        try (SftpHosts silent = hosts(patience, room)) {
            long began = System.nanoTime();
            assertThatThrownBy(() -> silent.of(location).open()).hasMessageContaining("5 s");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(patience);
        }
    }

    @Test
    void whoFindsNoPlaceLeavesTheConnectionToOthers() throws Exception {
        WaitingRoom room = new WaitingRoom(2);
        room.enter(URI.create("sftp://camera@elsewhere/"));
        URI location = telescope.location(Tasks.PATH);
        try (SftpHosts silent = hosts(Duration.ofSeconds(20), room);
                SftpHost.Channel open = silent.of(location).open()) {
            telescope.openingNothing();
            assertThatThrownBy(() -> silent.of(location).open()).isInstanceOf(TroubleException.class);
            telescope.speakAgain();
            assertThat(open.patiently(() -> open.sftp().stat(location.getPath()))
                            .getSize())
                    .isEqualTo(BYTES.length);
            assertThat(telescope.connections()).isEqualTo(1);
        }
    }

    private List<Future<Object>> handed(ExecutorService slots, SftpHosts from, SftpTelescope host, int files) {
        return IntStream.range(0, files)
                .mapToObj(number -> Tasks.task(
                        "7DT05/2026-11-19/" + host.port() + "-" + number + ".fits",
                        BYTES,
                        BYTES,
                        host.location(Tasks.PATH)))
                .map(task -> slots.submit(() -> answer(from, task)))
                .toList();
    }

    @Test
    void aHostThatIsDownIsWaitedFor() throws Exception {
        telescope.close();
        FrameWaiting waiting = (FrameWaiting) answer(hosts, task());
        assertThat(waiting.what()).isEqualTo("sftp://camera@127.0.0.1:" + telescope.port());
        assertThat(waiting.state()).contains("cannot be reached");
    }

    @Test
    void aHostThatIsNotKnownIsNotTalkedToAndTheReasonSaysHowItIsMadeKnown() throws Exception {
        Files.writeString(known, "");
        FrameWaiting waiting = (FrameWaiting) answer(hosts, task());
        assertThat(waiting.state())
                .contains("not known", "SHA256:", "ssh-keyscan -p " + telescope.port() + " 127.0.0.1 >> " + known);
        assertThat(known).isEmptyFile();
        Files.writeString(known, telescope.knownAs());
        awaitTransfer();
    }

    @Test
    void withoutTheFileOfKnownHostsNobodyIsKnown() throws Exception {
        Files.delete(known);
        FrameWaiting waiting = (FrameWaiting) answer(hosts, task());
        assertThat(waiting.state()).contains("not known", known.toString());
        assertThat(known).doesNotExist();
    }

    @Test
    void aHostWithAnotherKeyThanIsKnownIsNotTalkedTo() throws Exception {
        try (SftpTelescope other = new SftpTelescope(folder, ours)) {
            Files.writeString(known, other.knownAs().replace(":" + other.port(), ":" + telescope.port()));
        }
        FrameWaiting waiting = (FrameWaiting) answer(hosts, task());
        assertThat(waiting.state()).contains("shows the key", known.toString());
        assertThat(archive.list("")).isEmpty();
    }

    @Test
    void aKeyThatIsNotLetInIsWaitedForAndTheReasonNamesIt() throws Exception {
        Path stranger = SftpTelescope.written(SftpTelescope.aKey(), folder.resolve("stranger"));
        try (SftpHosts wrong = hosts(stranger)) {
            FrameWaiting waiting = (FrameWaiting) answer(wrong, task());
            assertThat(waiting.state()).contains("camera", stranger.toString(), "authorized_keys", "transfer.sftp-key");
        }
    }

    @Test
    void aKeyOfAnOlderKindWithAPassphraseIsTakenToo() throws Exception {
        KeyPair older = SftpTelescope.anOlderKey();
        Path locked = SftpTelescope.locked(older, "a secret", folder.resolve("locked"));
        SftpSettings settings = new SftpSettings("nobody", Optional.of(locked), "a secret", known);
        try (SftpTelescope another = new SftpTelescope(folder.resolve("incoming"), older);
                SftpHosts those = new SftpHosts(settings, Tasks.PATIENCE)) {
            Files.writeString(known, another.knownAs());
            TransferTask task = Tasks.plain(BYTES, another.location(Tasks.PATH));
            assertThat(answer(those, task)).isInstanceOf(FrameTransferred.class);
        }
    }

    @Test
    void aKeyWhosePassphraseIsNotToldIsNamed() throws Exception {
        Path locked = SftpTelescope.locked(ours, "a secret", folder.resolve("locked"));
        try (SftpHosts without = hosts(locked)) {
            FrameWaiting waiting = (FrameWaiting) answer(without, task());
            assertThat(waiting.state()).contains(locked.toString(), "transfer.sftp-passphrase");
        }
    }

    @Test
    void aKeyThatIsNotThereIsNamed() throws Exception {
        try (SftpHosts without = hosts(folder.resolve("nowhere"))) {
            FrameWaiting waiting = (FrameWaiting) answer(without, task());
            assertThat(waiting.state()).contains(folder.resolve("nowhere").toString(), "transfer.sftp-key");
        }
    }

    @Test
    void aVanishedFileFailsWhileItsUnitIsThere() throws Exception {
        Files.delete(folder.resolve("incoming").resolve(Tasks.PATH));
        FrameFailed failed = (FrameFailed) answer(hosts, task());
        assertThat(failed.category()).isEqualTo(FailureCategory.SOURCE_MISSING);
    }

    @Test
    void aDiskThatIsNotMountedIsWaitedFor() throws Exception {
        URI elsewhere = telescope.location("elsewhere/" + Tasks.PATH);
        FrameWaiting waiting = (FrameWaiting) answer(hosts, Tasks.plain(BYTES, elsewhere));
        assertThat(waiting.state()).contains("/elsewhere/7DT05");
    }

    @Test
    void aFileThatMayNotBeReadFails() throws Exception {
        telescope.denying();
        FrameFailed failed = (FrameFailed) answer(hosts, task());
        assertThat(failed.category()).isEqualTo(FailureCategory.PERMISSION_DENIED);
    }

    @Test
    void aFileWithOtherContentThanAnnouncedHasChanged() throws Exception {
        put(Tasks.PATH, OTHER);
        FrameFailed failed = (FrameFailed) answer(hosts, task());
        assertThat(failed.category()).isEqualTo(FailureCategory.SOURCE_CHANGED);
        assertThat(archive.list("")).isEmpty();
    }

    @Test
    void aNameThatNeedsEncodingIsFound() throws Exception {
        String path = "7DT05/2026-11-19/my frame #1 ü.fits";
        put(path, BYTES);
        URI location =
                telescope.location(dev.vigil.schemas.events.FrameId.ofPath(path).value());
        assertThat(transferred(Tasks.task(path, BYTES, BYTES, location))).startsWith("raw/7DT05/");
    }

    @Test
    void noMoreIsReadAheadThanALittle() throws Exception {
        byte[] large = Tasks.noise(40_000_000, 3);
        put("7DT05/2026-11-19/large.fits", large);
        SftpSource source = new SftpSource(hosts, 3);
        try (Source.Bytes bytes = source.open(telescope.location("7DT05/2026-11-19/large.fits"), 0, Optional.empty())) {
            assertThat(bytes.stream().readNBytes(10)).hasSize(10);
            await().during(Duration.ofMillis(500)).until(() -> telescope.highest() < 8_000_000);
        }
    }

    private void awaitTransfer() {
        await().atMost(Duration.ofSeconds(20)).until(() -> answer(hosts, task()), FrameTransferred.class::isInstance);
    }

    private void put(String path, byte[] bytes) throws Exception {
        Path file = folder.resolve("incoming").resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private TransferTask task() {
        return Tasks.plain(BYTES, telescope.location(Tasks.PATH));
    }

    private TransferTask another(int number) throws Exception {
        String path = "7DT05/2026-11-19/7DT05_1" + number + ".fits";
        put(path, BYTES);
        return Tasks.task(path, BYTES, BYTES, telescope.location(path));
    }

    private SftpHosts hosts(Duration patience, WaitingRoom room) {
        return new SftpHosts(new SftpSettings("nobody", Optional.of(key), "", known), patience, room);
    }

    private SftpHosts impatient() {
        return new SftpHosts(new SftpSettings("nobody", Optional.of(key), "", known), SHORT);
    }

    private SftpHosts hosts(Path privateKey) {
        return new SftpHosts(new SftpSettings("nobody", Optional.of(privateKey), "", known), Tasks.PATIENCE);
    }

    private String transferred(TransferTask task) throws Exception {
        return transferred(hosts, task);
    }

    private String transferred(SftpHosts from, TransferTask task) throws Exception {
        FrameTransferred answer = (FrameTransferred) answer(from, task);
        assertThat(archive.open(new ArchiveKey(answer.archived().key()))).hasBinaryContent(BYTES);
        return answer.archived().key();
    }

    private Object answer(SftpHosts from, TransferTask task) {
        try (HttpSource http = new HttpSource("", Tasks.PATIENCE)) {
            return new TransferHandler(
                            new Answers("worker", Clock.systemUTC()),
                            new Fetcher(http, from, SharedDisk.COPIED, Duration.ofMillis(5), Tasks.UNHURRIED),
                            new Unpacker(archive),
                            new Shelf(Area.ARCHIVE, archive, "worker"),
                            new Shelf(Area.WORKING, archive, "worker"))
                    .handle(task)
                    .event();
        } catch (Exception e) {
            throw new AssertionError("a working archive and nobody who interrupts", e);
        }
    }
}
