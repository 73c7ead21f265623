package dev.vigil.producer.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vigil.instruments.Profiles;
import dev.vigil.producer.TestingClock;
import dev.vigil.producer.disk.Sighting;
import dev.vigil.producer.disk.StumblingDisk;
import dev.vigil.producer.known.Known;
import dev.vigil.producer.known.KnownPaths;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.NightCount;
import dev.vigil.schemas.events.NightRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitScanTest {
    private static final LocalDate TONIGHT = LocalDate.parse("2026-11-19");
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private final TestingClock clock = new TestingClock(Instant.parse("2026-11-20T03:00:00Z"));
    private final StumblingDisk disk = new StumblingDisk();
    private final KnownPaths known = new KnownPaths();
    private Horizon horizon = new Horizon(Optional.empty());
    private Path root;
    private UnitScan scan;

    @BeforeEach
    void start() throws IOException {
        root = Files.createDirectories(folder.resolve("incoming"));
        Files.createDirectory(root.resolve("T1"));
        scan = scan(false);
    }

    @Test
    void everyDepthBelowAUnitIsListed() throws IOException {
        write("T1/a.fits");
        write("T1/n/b.fits");
        write("T1/n/deep/er/c.fits");
        write("T2/n/d.fits");
        assertThat(paths()).containsExactlyInAnyOrder("T1/a.fits", "T1/n/b.fits", "T1/n/deep/er/c.fits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".a.fits.Xy12Zq",
                "a.fits.part",
                "a.fits.tmp",
                "a.fits.filepart",
                "a.fits.crdownload",
                ".nfs0000001",
                ".hidden/b.fits",
                "lost+found/b.fits"
            })
    void temporaryNamesAreNotListed(String name) throws IOException {
        write("T1/n/" + name);
        assertThat(paths()).isEmpty();
    }

    @Test
    void aNameThatIsNoTextIsToldAndHoldsUpNothing() throws IOException {
        write("T1/n/a.fits");
        disk.adds(root.resolve("T1/n"), "b\uFFFD.fits");
        Listing.Seen seen = seen();
        assertThat(seen.files()).extracting(Sighting::path).containsExactly("T1/n/a.fits");
        assertThat(seen.trouble().orElseThrow()).contains("b\uFFFD.fits in T1/n", "rename");
        assertThat(seen.isFull()).isTrue();
        assertThat(seen().trouble()).isPresent();
        disk.adds(root.resolve("T1/n"));
        clock.advance(Duration.ofHours(1));
        assertThat(seen().trouble()).isEmpty();
    }

    @Test
    void aCopyThatBrokeOffIsToldWhenNothingCameForADay() throws IOException {
        write("T1/n/a.fits");
        write("T1/n/b.fits.part");
        write("T1/n/.c.fits.Xy12Za");
        write("T1/n/.d.fits.swp");
        write("T1/n/e.fits~");
        for (String copy : List.of("b.fits.part", ".c.fits.Xy12Za")) {
            Files.setLastModifiedTime(root.resolve("T1/n").resolve(copy), FileTime.from(clock.instant()));
        }
        assertThat(paths()).containsExactly("T1/n/a.fits");
        assertThat(seen().trouble()).isEmpty();
        clock.advance(Duration.ofDays(2));
        Listing.Seen seen = seen();
        assertThat(seen.trouble().orElseThrow())
                .startsWith("2 copies broke off, the first: T1/n/.c.fits.Xy12Za is unfinished by its name")
                .endsWith("copy them again, or remove them");
        Files.delete(root.resolve("T1/n/b.fits.part"));
        Files.delete(root.resolve("T1/n/.c.fits.Xy12Za"));
        clock.advance(Duration.ofHours(1));
        assertThat(seen().trouble()).isEmpty();
    }

    @Test
    void aFolderNamedLikeAFrameIsListedWithWhatIsInIt() throws IOException {
        write("T1/n/odd.fits/inside.fits");
        assertThat(paths()).containsExactlyInAnyOrder("T1/n/odd.fits", "T1/n/odd.fits/inside.fits");
    }

    @Test
    void aLinkThatLeadsOutIsSeenAsThat() throws IOException {
        Files.writeString(folder.resolve("outside.fits"), "x");
        write("T1/n/inside.fits");
        Files.createSymbolicLink(root.resolve("T1/n/out.fits"), folder.resolve("outside.fits"));
        Files.createSymbolicLink(root.resolve("T1/n/in.fits"), root.resolve("T1/n/inside.fits"));
        Files.createSymbolicLink(root.resolve("T1/n/nowhere.fits"), root.resolve("T1/n/none"));
        assertThat(seen().files())
                .extracting(Sighting::path, Sighting::kind)
                .containsExactlyInAnyOrder(
                        tuple("T1/n/inside.fits", Sighting.Kind.FILE),
                        tuple("T1/n/out.fits", Sighting.Kind.LINK_OUTSIDE),
                        tuple("T1/n/in.fits", Sighting.Kind.FILE),
                        tuple("T1/n/nowhere.fits", Sighting.Kind.LINK_OUTSIDE));
    }

    @Test
    void whatIsKnownAsItStandsIsCountedAndNotToldOfAgain() throws IOException {
        write("T1/n/a.fits");
        Sighting first = seen().files().get(0);
        known.put(refused(first, FailureCategory.NOT_FITS));
        Listing.Seen again = seen();
        assertThat(again.files()).isEmpty();
        assertThat(again.count()).isEqualTo(1);
        Files.writeString(root.resolve("T1/n/a.fits"), "longer");
        clock.advance(Duration.ofMinutes(1));
        assertThat(paths()).containsExactly("T1/n/a.fits");
    }

    @Test
    void whatIsWatchedIsToldOfEvenIfItIsKnown() throws IOException {
        write("T1/n/a.fits");
        known.put(refused(seen().files().get(0), FailureCategory.NOT_FITS));
        assertThat(seen(Set.of("T1/n/a.fits"), 100).files()).hasSize(1);
    }

    @Test
    void tonightsFolderAndOneThatMovesAreListedEachTimeAnOldOneIsNot() throws IOException {
        write("T1/2026-11-19/now.fits");
        write("T1/2026-01-01/old.fits");
        seen();
        clock.advance(Duration.ofSeconds(1));
        write("T1/2026-11-19/new.fits");
        write("T1/2026-01-01/late.fits");
        write("T1/2026-11-20/deep/first.fits");
        assertThat(paths()).contains("T1/2026-11-19/new.fits", "T1/2026-11-20/deep/first.fits");
        assertThat(paths()).doesNotContain("T1/2026-01-01/late.fits");
        clock.advance(Duration.ofMinutes(1));
        assertThat(paths()).contains("T1/2026-01-01/late.fits");
        write("T1/2026-01-01/later.fits");
        assertThat(paths()).contains("T1/2026-01-01/later.fits");
    }

    @Test
    void anOldFolderIsListedLessAndLessOftenAndALateFileIsFoundWithinHalfAnHour() throws IOException {
        write("T1/2026-01-01/old.fits");
        List<Long> minutes = minutesOfListings("T1/2026-01-01", 200);
        assertThat(minutes.subList(0, 8)).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 61L, 91L);
        write("T1/2026-01-01/late.fits");
        clock.advance(Duration.ofMinutes(30));
        assertThat(paths()).contains("T1/2026-01-01/late.fits");
    }

    @Test
    void aNewFolderAmongFoldersThatStoodStillIsFoundAtOnceWithoutLookingAtTheOthers() throws IOException {
        write("T1/L0/2026-01-01/old.fits");
        write("T1/L0/read.me");
        standStill();
        int looks = disk.looks();
        seen();
        assertThat(disk.looks() - looks).isEqualTo(2);
        write("T1/L0/2026-11-19/new.fits");
        assertThat(paths()).contains("T1/L0/2026-11-19/new.fits");
    }

    @Test
    void anOldNightThatWasEmptyIsListedAsSoonAsSomethingComes() throws IOException {
        Files.createDirectory(root.resolve("T1/2026-01-01"));
        standStill();
        write("T1/2026-01-01/late.fits");
        assertThat(paths()).containsExactly("T1/2026-01-01/late.fits");
    }

    @Test
    void aNewFolderOfAnOldNightShowsThatTheNightMoves() throws IOException {
        write("T1/2026-01-01/a.fits");
        standStill();
        write("T1/2026-01-01/deep/b.fits");
        clock.advance(Duration.ofMinutes(30));
        assertThat(paths()).contains("T1/2026-01-01/deep/b.fits");
        write("T1/2026-01-01/deeper/c.fits");
        assertThat(paths()).contains("T1/2026-01-01/deeper/c.fits");
    }

    @Test
    void aFolderAmongFoldersIsFoundThoughNoMoreOldFilesAreWanted() throws IOException {
        write("T1/L0/2026-01-01/old.fits");
        standStill();
        write("T1/L0/2026-11-19/new.fits");
        Listing.Seen seen = (Listing.Seen) scan.list(new UnitScan.Ask(Set.of(), 0, 100, TONIGHT));
        assertThat(seen.files()).extracting(Sighting::path).containsExactly("T1/L0/2026-11-19/new.fits");
    }

    /** So long that old folders are listed as seldom as they ever are, and for the last time just now. */
    private void standStill() {
        for (int minute = 0; minute <= 91; minute++) {
            seen();
            clock.advance(Duration.ofMinutes(1));
        }
    }

    private List<Long> minutesOfListings(String path, int last) {
        List<Long> minutes = new ArrayList<>();
        for (long minute = 0; minute <= last; minute++) {
            int before = disk.listingsOf(root.resolve(path));
            seen();
            if (disk.listingsOf(root.resolve(path)) > before) {
                minutes.add(minute);
            }
            clock.advance(Duration.ofMinutes(1));
        }
        return minutes;
    }

    @Test
    void oldFoldersWaitWhenTheirTimeIsOverAndTonightsDoesNot() throws IOException {
        for (int day = 10; day < 30; day++) {
            write("T1/2026-01-" + day + "/a.fits");
        }
        write("T1/2026-11-19/now.fits");
        scan = new UnitScan(setup(false, Duration.ZERO));
        Listing.Seen first = seen();
        assertThat(first.files()).extracting(Sighting::path).containsExactly("T1/2026-11-19/now.fits");
        assertThat(first.hasMore()).isTrue();
        assertThat(first.isFull()).isFalse();
    }

    @Test
    void noMoreUnknownFilesAreBroughtThanThereIsRoomForAndTheRestComesLater() throws IOException {
        for (int i = 0; i < 10; i++) {
            write("T1/2026-01-01/" + i + ".fits");
        }
        Listing.Seen some = seen(Set.of(), 4);
        assertThat(some.files()).hasSize(4);
        assertThat(some.isFull()).isFalse();
        some.files().forEach(file -> known.put(refused(file, FailureCategory.NOT_FITS)));
        Listing.Seen rest = seen(Set.of(), 100);
        assertThat(rest.files()).hasSize(6);
        assertThat(rest.isFull()).isTrue();
    }

    @Test
    void onlyWhatIsCertainlyNotThereIsGone() throws IOException {
        write("T1/n/a.fits");
        write("T1/n/b.fits");
        seen();
        Files.delete(root.resolve("T1/n/a.fits"));
        assertThat(seen(Set.of("T1/n/a.fits", "T1/n/b.fits"), 100).gone()).containsExactly("T1/n/a.fits");
    }

    @Test
    void aFolderThatIsNotThereIsUnreachable() throws IOException {
        write("T1/n/a.fits");
        seen();
        Files.move(root.resolve("T1"), folder.resolve("unmounted"));
        assertThat(unreachable()).contains(root.resolve("T1").toString(), "mount");
        Files.move(folder.resolve("unmounted"), root.resolve("T1"));
        assertThat(paths()).containsExactly("T1/n/a.fits");
    }

    @Test
    void aMountThatLeftAnEmptyFolderIsUnreachable() throws IOException {
        write("T1/n/a.fits");
        seen();
        Files.move(root.resolve("T1"), folder.resolve("unmounted"));
        Files.createDirectory(root.resolve("T1"));
        assertThat(unreachable()).contains("is empty", "touch");
        assertThat(unreachable()).contains("is empty");
    }

    @Test
    void aMountThatLeftAFolderWithOtherThingsIsUnreachable() throws IOException {
        write("T1/n/a.fits");
        seen();
        Files.move(root.resolve("T1"), folder.resolve("unmounted"));
        write("T1/left/behind.fits");
        assertThat(unreachable()).contains("another folder");
    }

    @Test
    void aDiskThatCameBackUnderAnotherNumberIsKnownByWhatIsOnIt() throws IOException {
        write("T1/n/a.fits");
        seen();
        Files.move(root.resolve("T1"), folder.resolve("before"));
        write("T1/n/a.fits");
        write("T1/m/b.fits");
        assertThat(paths()).contains("T1/m/b.fits");
    }

    @Test
    void aFolderThatWasEmptiedOnPurposeIsStillItself() throws IOException {
        write("T1/a.fits");
        seen();
        Files.delete(root.resolve("T1/a.fits"));
        assertThat(seen(Set.of("T1/a.fits"), 100).gone()).containsExactly("T1/a.fits");
    }

    @Test
    void afterARestartAnEmptyFolderWhereFilesWereAnnouncedIsUnreachableUntilItIsMarked() throws IOException {
        known.put(refused(file("T1/n/a.fits"), FailureCategory.NOT_FITS));
        assertThat(unreachable()).contains("is empty");
        Files.createFile(root.resolve("T1").resolve(RootGuard.MARKER));
        assertThat(paths()).isEmpty();
    }

    @Test
    void afterARestartAFolderWhereFilesOnlyVanishedMayBeEmpty() {
        known.put(refused(file("T1/n/a.fits"), FailureCategory.VANISHED));
        assertThat(paths()).isEmpty();
    }

    @Test
    void aMarkerThatWasThereMustStayThere() throws IOException {
        write("T1/n/a.fits");
        Files.createFile(root.resolve("T1").resolve(RootGuard.MARKER));
        assertThat(paths()).containsExactly("T1/n/a.fits");
        Files.delete(root.resolve("T1").resolve(RootGuard.MARKER));
        assertThat(unreachable()).contains("no " + RootGuard.MARKER);
    }

    @Test
    void whereMarkersAreWantedAFolderWithoutOneIsUnreachable() throws IOException {
        write("T1/n/a.fits");
        scan = scan(true);
        assertThat(unreachable()).contains("no " + RootGuard.MARKER);
        Files.createFile(root.resolve("T1").resolve(RootGuard.MARKER));
        assertThat(paths()).containsExactly("T1/n/a.fits");
    }

    @Test
    void aStaleHandleIsAskedForAgainAtOnce() throws IOException {
        write("T1/n/a.fits");
        disk.failsFor(root.resolve("T1/n/a.fits"), 2);
        disk.failsFor(root.resolve("T1/n"), 1);
        assertThat(paths()).containsExactly("T1/n/a.fits");
    }

    @Test
    void aFolderThatMayNotBeLookedIntoIsToldOfUntilItMay() throws IOException {
        write("T1/n/a.fits");
        write("T1/m/b.fits");
        disk.closes(root.resolve("T1/n"), true);
        assertThat(seen().trouble().orElseThrow())
                .isEqualTo("T1/n may not be read, and nothing in there is taken; give the producer the right to");
        assertThat(seen().trouble()).as("still").isPresent();
        disk.closes(root.resolve("T1/n"), false);
        clock.advance(Duration.ofHours(1));
        Listing.Seen after = seen();
        assertThat(after.files()).extracting(Sighting::path).contains("T1/n/a.fits");
        assertThat(after.trouble()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeReadIsToldOfAndTriedAgain() throws IOException {
        write("T1/n/a.fits");
        write("T1/m/b.fits");
        disk.failsFor(root.resolve("T1/n"), 4);
        Listing.Seen stumbled = seen();
        assertThat(stumbled.files()).extracting(Sighting::path).containsExactly("T1/m/b.fits");
        assertThat(stumbled.isFull()).isFalse();
        assertThat(stumbled.trouble().orElseThrow()).contains("T1/n", "Stale file handle", "tried again");
        Listing.Seen after = seen();
        assertThat(after.files()).extracting(Sighting::path).contains("T1/n/a.fits");
        assertThat(after.isFull()).isTrue();
        assertThat(after.trouble()).isEmpty();
    }

    @Test
    void aFileThatCannotBeLookedAtIsNotGone() throws IOException {
        write("T1/n/a.fits");
        seen();
        disk.failsFor(root.resolve("T1/n/a.fits"), 3);
        Listing.Seen stumbled = seen(Set.of("T1/n/a.fits"), 100);
        assertThat(stumbled.gone()).isEmpty();
        assertThat(stumbled.isFull()).isFalse();
        assertThat(stumbled.trouble().orElseThrow()).contains("T1/n/a.fits");
    }

    @Test
    void filesOfNightsBeforeTheFirstWantedAreCountedAndTakenWhenTheyAreAskedFor() throws IOException {
        write("T1/2026-01-01/old.fits");
        write("T1/2026-01-02/older-than-wanted.fits");
        write("T1/2026-01-03/wanted.fits");
        write("T1/without-date.fits");
        horizon = new Horizon(Optional.of(LocalDate.parse("2026-01-03")));
        scan = scan(false);
        Listing.Seen first = seen();
        assertThat(first.files()).extracting(Sighting::path).containsExactly("T1/2026-01-03/wanted.fits");
        assertThat(first.passedBy()).isEqualTo(3);
        horizon.admit(new NightRange(LocalDate.parse("2026-01-02"), Optional.of(LocalDate.parse("2026-01-02"))));
        Listing.Seen then = seen();
        assertThat(then.files()).extracting(Sighting::path).containsExactly("T1/2026-01-02/older-than-wanted.fits");
        assertThat(then.passedBy()).isEqualTo(2);
    }

    @Test
    void aFileThatWasTakenOnceIsFollowedWhateverItsNight() throws IOException {
        write("T1/2026-01-01/old.fits");
        known.put(refused(file("T1/2026-01-01/old.fits"), FailureCategory.NOT_FITS));
        Files.writeString(root.resolve("T1/2026-01-01/old.fits"), "changed");
        horizon = new Horizon(Optional.of(LocalDate.parse("2026-01-03")));
        scan = scan(false);
        assertThat(paths()).containsExactly("T1/2026-01-01/old.fits");
    }

    @Test
    void whatIsLeftOfANightIsCountedWithoutWhatIsKnown() throws IOException {
        write("T1/2026-01-01/a.fits");
        write("T1/2026-01-01/deep/b.fits");
        write("T1/2026-01-01/known.fits");
        write("T1/2026-01-01/c.fits.part");
        write("T1/2026-01-02/d.fits");
        write("T1/2026-01-03/too-late.fits");
        known.put(refused(file("T1/2026-01-01/known.fits"), FailureCategory.NOT_FITS));
        NightRange nights = new NightRange(LocalDate.parse("2025-12-01"), Optional.of(LocalDate.parse("2026-01-02")));
        assertThat(new Backlog(setup(false, Duration.ZERO), nights).count())
                .containsExactly(
                        new NightCount(LocalDate.parse("2026-01-01"), 2, 2),
                        new NightCount(LocalDate.parse("2026-01-02"), 1, 1));
    }

    @Test
    void aNameThatIsNoTextDoesNotEndTheCount() throws IOException {
        write("T1/2026-01-01/a.fits");
        disk.adds(root.resolve("T1/2026-01-01"), "b\uFFFD.fits");
        NightRange nights = new NightRange(LocalDate.parse("2026-01-01"), Optional.empty());
        assertThat(new Backlog(setup(false, Duration.ZERO), nights).count())
                .containsExactly(new NightCount(LocalDate.parse("2026-01-01"), 1, 1));
    }

    private UnitScan scan(boolean needsMarker) {
        return new UnitScan(setup(needsMarker, Duration.ofMinutes(1)));
    }

    private UnitScan.Setup setup(boolean needsMarker, Duration slice) {
        return new UnitScan.Setup(
                root,
                "T1",
                disk,
                clock,
                new Pace(Duration.ofMinutes(1), Duration.ofMinutes(30)),
                UnitScanTest::nightOf,
                known,
                horizon,
                needsMarker,
                slice);
    }

    private static Optional<LocalDate> nightOf(String path) {
        return Profiles.bundled().profileFor("T1").folderNight(path + "/x").date();
    }

    private List<String> paths() {
        return seen().files().stream().map(Sighting::path).toList();
    }

    private Listing.Seen seen() {
        return seen(Set.of(), 1000);
    }

    private Listing.Seen seen(Set<String> watched, int room) {
        return (Listing.Seen) scan.list(new UnitScan.Ask(watched, room, room, TONIGHT));
    }

    private String unreachable() {
        return ((Listing.Unreachable) scan.list(new UnitScan.Ask(Set.of(), 1000, 1000, TONIGHT))).why();
    }

    private static Sighting file(String path) {
        return new Sighting(path, Sighting.Kind.FILE, 1, LONG_AGO, Optional.empty());
    }

    private static Known refused(Sighting file, FailureCategory category) {
        return new Known(
                FrameId.ofPath(file.path()),
                1,
                file.size(),
                file.modified(),
                new Known.IsRefused(category, "as it is"));
    }

    /** Writes a file that looks as if it were written long ago, so that only what the clock says decides. */
    private void write(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    }
}
