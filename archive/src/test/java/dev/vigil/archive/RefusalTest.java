package dev.vigil.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.archive.ArchiveException.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalTest {
    @TempDir
    Path folder;

    private Refusal refusal(IOException error) {
        return Refusal.of(ArchiveException.of("writing raw/a.fits", folder, error), "transfer");
    }

    @Test
    void whatManyMeetIsSaidOfAllInTheSameWords() {
        String first = folder.resolve(".drafts/worker-1-2a").toString();
        String second = folder.resolve(".drafts/worker-2-77").toString();
        Refusal one = refusal(new FileSystemException(first, null, "No space left on device"));
        assertThat(one).isEqualTo(refusal(new FileSystemException(second, null, "No space left on device")));
        assertThat(one.words())
                .startsWith("there is no room in " + folder + ", where ")
                .endsWith(" MB are left (No space left on device)");
        assertThat(one.obstacle()).contains(one.words());
        assertThat(refusal(new AccessDeniedException(first))).isEqualTo(refusal(new AccessDeniedException(second)));
    }

    @Test
    void whoMayNotWriteIsTold() {
        Refusal refusal = refusal(new IOException("Read-only file system"));
        assertThat(refusal.problem()).isEqualTo(Problem.DENIED);
        assertThat(refusal.words()).isEqualTo(folder + " may not be written to (Read-only file system)");
        assertThat(refusal.remedy()).startsWith("let the user of the transfer write there");
    }

    @Test
    void theFolderIsNamedInWhichNothingMayBeMade() throws IOException {
        Path unit = Files.createDirectories(folder.resolve("raw/ARC01"));
        String one = unit.resolve("2026-11-14/a.fits").toString();
        String other = unit.resolve("2026-11-15").toString();
        Refusal refusal = refusal(new AccessDeniedException(one));
        assertThat(refusal.words()).startsWith(unit + " may not be written to");
        assertThat(refusal).isEqualTo(refusal(new AccessDeniedException(other)));
    }

    @Test
    void whatElseIsWrongIsAMatterOfOneFile() {
        Refusal refusal = Refusal.of(new ArchiveException(Problem.MISSING, "there is no raw/a.fits"), "calibrator");
        assertThat(refusal.words()).isEqualTo("the archive does not take it (there is no raw/a.fits)");
        assertThat(refusal.obstacle()).isEmpty();
    }
}
