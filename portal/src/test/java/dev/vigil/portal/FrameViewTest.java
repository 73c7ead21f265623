package dev.vigil.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.ledger.StoryLine;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.Stage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameViewTest {
    private static final FrameId FRAME = new FrameId("T1/2026-11-19/a.fits");

    @Test
    void whatAPersonClosedWasNobodysAttempt() {
        assertThat(line("T1/2026-11-19/a.fits was closed by ana: gone", "", 200))
                .contains("was closed by ana")
                .doesNotContain("class=\"by\"");
    }

    @Test
    void attemptsAreCountedFromTheLastWordOfAPerson() {
        assertThat(line("it is busy", "transfer-1/0", 1))
                .contains("by transfer-1/0")
                .doesNotContain("attempt");
        assertThat(line("it is busy", "transfer-1/0", 2)).contains("attempt 2");
        assertThat(line("it is busy", "transfer-1/0", 202)).contains("attempt 2<");
    }

    @Test
    void aFileThatCameTwiceNamesItsCopies() {
        assertThat(FrameView.sameBytes(List.of()).markup()).isEmpty();
        assertThat(FrameView.sameBytes(List.of(new FrameId("T1/2026-11-19/a%20b.fits")))
                        .markup())
                .contains("Same bytes as", "href=\"/frames/T1/2026-11-19/a%2520b.fits\"");
    }

    @Test
    void aRevisionThatDidNotArriveNamesTheOneThatDid() {
        assertThat(FrameView.earlier(3, false, List.of(2, 1)).markup()).contains("This is revision 3", "Revision 2 is");
        assertThat(FrameView.earlier(3, true, List.of(3, 2, 1)).markup()).isEmpty();
        assertThat(FrameView.earlier(1, false, List.of()).markup()).isEmpty();
    }

    private static String line(String words, String worker, int attempt) {
        return FrameView.line(
                        FRAME,
                        new StoryLine(
                                Instant.parse("2026-11-20T03:00:00Z"),
                                1,
                                Stage.TRANSFER,
                                "failed",
                                words,
                                worker,
                                attempt))
                .markup();
    }
}
