package dev.vigil.cli.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.cli.command.WrongCallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameListFileTest {
    @TempDir
    Path folder;

    @Test
    void emptyLinesAndRemarksArePassedBy() throws IOException {
        assertThat(list("# of tonight\n\n T1/2026-11-19/a.fits \r\nT1/2026-11-19/b.fits")
                        .ids())
                .containsExactly("T1/2026-11-19/a.fits", "T1/2026-11-19/b.fits");
    }

    @Test
    void aLineThatIsNoFrameIsNamedWithItsFileAndNumber() throws IOException {
        FrameListFile list = list("# of tonight\nT1/2026-11-19/a.fits\nb.fits\n");
        assertThatThrownBy(list::ids)
                .isInstanceOf(WrongCallException.class)
                .hasMessage(list.name() + ", line 3: not a frame id, which is <unit>/<path>: b.fits");
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeNone() {
        assertThatThrownBy(() -> new FrameListFile("/nowhere/list").ids())
                .hasMessage("cannot read the list of frames /nowhere/list: there is no such file");
    }

    private FrameListFile list(String text) throws IOException {
        return new FrameListFile(
                Files.writeString(folder.resolve("frames.txt"), text).toString());
    }
}
