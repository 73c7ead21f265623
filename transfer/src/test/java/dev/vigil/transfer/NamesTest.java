package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.archive.ArchiveKey;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.TransferTask;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final byte[] ONE = {1};
    private static final byte[] OTHER = {2};

    @Test
    void aFrameLiesUnderItsUnitAndNight() {
        assertThat(first("7DT05/2026-11-20/7DT05_i_100.0s.fits")).isEqualTo("raw/7DT05/2026-11-19/7DT05_i_100.0s.fits");
    }

    @Test
    void aFrameWhoseNightIsNotKnownHasAPlaceToo() {
        FrameIdentity known = Tasks.identity(FrameId.ofPath("KPF/KP.1.fits"), 1);
        FrameIdentity unknown = new FrameIdentity(
                known.frame(),
                1,
                known.unit(),
                Optional.empty(),
                known.nightSource(),
                known.exposure(),
                known.type(),
                known.lastLevel(),
                1);
        TransferTask task = Tasks.task(unknown, "KPF/KP.1.fits", ONE, ONE);
        assertThat(Names.archived(task).get(0)).hasToString("raw/KPF/unknown/KP.1.fits");
    }

    @Test
    void foldersBelowTheNightStay() {
        assertThat(first("HSC/2026-11-19/S01/0_09.fits")).isEqualTo("raw/HSC/2026-11-19/S01/0_09.fits");
    }

    @Test
    void revisionsAndReusedNamesHaveNamesOfTheirOwn() {
        FrameId frame = FrameId.ofPath(Tasks.PATH);
        assertThat(first(Tasks.identity(frame, 2))).endsWith("/7DT05_0001~r2.fits");
        assertThat(first(Tasks.identity(frame.reused(), 1))).endsWith("/7DT05_0001~2.fits");
        assertThat(first(Tasks.identity(frame.reused(), 3))).endsWith("/7DT05_0001~2~r3.fits");
    }

    @Test
    void theSecondNameFollowsFromTheContent() {
        List<ArchiveKey> one = Names.archived(Tasks.plain(ONE));
        List<ArchiveKey> other = Names.archived(Tasks.plain(OTHER));
        assertThat(one.get(0)).isEqualTo(other.get(0));
        assertThat(one.get(1)).isNotEqualTo(other.get(1));
        assertThat(one.get(1).name()).matches("7DT05_0001~[0-9a-f]{16}\\.fits");
    }

    @Test
    void theUncompressedFileDropsTheSignOfPacking() {
        assertThat(readable("7DT05/n/a.fits.fz")).isEqualTo("raw/7DT05/2026-11-19/a.fits");
        assertThat(readable("7DT05/n/a.fits.gz")).isEqualTo("raw/7DT05/2026-11-19/a.fits");
        assertThat(readable("7DT05/n/a.fz")).isEqualTo("raw/7DT05/2026-11-19/a");
    }

    @Test
    void theUncompressedFileLiesUnderItsUnitWhateverItsFolderIsCalled() {
        FrameIdentity ofFolder = Tasks.identity(FrameId.ofPath("7DT-05/2026-11-19/a.fits.fz"), 1);
        FrameIdentity identity = new FrameIdentity(
                ofFolder.frame(),
                1,
                "7DT05",
                ofFolder.night(),
                ofFolder.nightSource(),
                ofFolder.exposure(),
                ofFolder.type(),
                ofFolder.lastLevel(),
                1);
        TransferTask task = Tasks.task(identity, "7DT-05/2026-11-19/a.fits.fz", ONE, OTHER);
        assertThat(Names.readable(task).get(0)).hasToString("raw/7DT05/2026-11-19/a.fits");
        assertThat(Names.archived(task).get(0)).hasToString("raw/7DT-05/2026-11-19/a.fits.fz");
    }

    @Test
    void aRevisionOfAPackedFileKeepsItsWholeExtension() {
        FrameIdentity second = Tasks.identity(FrameId.ofPath("7DT05/n/a.fits.fz"), 2);
        assertThat(first(second)).endsWith("/a~r2.fits.fz");
    }

    @Test
    void oddNamesAreEncoded() {
        assertThat(first("7DT05/n/my frame\n.fits")).isEqualTo("raw/7DT05/2026-11-19/my%20frame%0A.fits");
        assertThat(first("7DT05/n/noextension")).isEqualTo("raw/7DT05/2026-11-19/noextension");
    }

    private static String first(String path) {
        return first(Tasks.identity(FrameId.ofPath(path), 1));
    }

    private static String first(FrameIdentity identity) {
        TransferTask task = Tasks.task(identity, identity.frame().path(), ONE, ONE);
        return Names.archived(task).get(0).value();
    }

    private static String readable(String path) {
        return Names.readable(Tasks.task(path, ONE, OTHER)).get(0).value();
    }
}
