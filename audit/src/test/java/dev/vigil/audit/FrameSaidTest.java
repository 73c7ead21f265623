package dev.vigil.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.StoredFile;
import org.junit.jupiter.api.Test;

class FrameSaidTest {
    @Test
    void aCopyThatOtherSoftwareKeepsIsATransferOfWhichTheArchiveHoldsNothing() {
        FrameTransferred ours = new Bias(1).transferred();
        StoredFile copy = new StoredFile(
                Area.ELSEWHERE,
                "/copies/bias.fits",
                ours.archived().size(),
                ours.archived().digest());
        FrameSaid said = new FrameSaid(ours.identity().frame());
        said.hear(
                new FrameTransferred(ours.identity(), ours.at(), ours.task(), copy, copy, ours.worker(), ours.took()));
        assertThat(said.isTransferred()).isTrue();
        assertThat(said.holdings()).isEmpty();
    }
}
