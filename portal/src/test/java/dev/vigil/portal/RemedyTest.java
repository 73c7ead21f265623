package dev.vigil.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.FrameId;
import org.junit.jupiter.api.Test;

class RemedyTest {
    @Test
    void commandsThatWantAFrameAreForThisOne() {
        FrameId frame = new FrameId("T1/2026-11-19/a.fits");
        assertThat(Remedy.of(frame, "write it off: vigil close FRAME --why TEXT; then vigil retry FRAME"))
                .isEqualTo("write it off: vigil close T1/2026-11-19/a.fits --why TEXT; then vigil retry"
                        + " T1/2026-11-19/a.fits");
        assertThat(Remedy.of(frame, "vigil close FRAME|GAP, FRAMES")).isEqualTo("vigil close FRAME|GAP, FRAMES");
        assertThat(Remedy.of(frame, "vigil retry FRAME…")).isEqualTo("vigil retry FRAME…");
    }
}
