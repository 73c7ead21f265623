package dev.vigil.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.KeptWithLoss;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.StoredFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseNewsTest {
    private static final Bias BIAS = new Bias(1);

    private final ReleaseNews news = new ReleaseNews();

    @Test
    void whatWasAnnouncedAndArchivedWithTheSameBytesMayBeAskedFor() {
        news.hear(BIAS.announced());
        news.hear(BIAS.transferred());
        assertThat(news.candidates())
                .containsExactly(new Candidate(
                        BIAS.announced().identity(),
                        BIAS.transferred().archived(),
                        BIAS.transferred().at()));
    }

    @Test
    void newsInAnotherOrderAndTwiceAreTheSame() {
        news.hear(BIAS.transferred());
        news.hear(BIAS.announced());
        news.hear(BIAS.transferred());
        news.hear(BIAS.announced());
        assertThat(news.candidates()).hasSize(1);
    }

    @Test
    void whatWasNotArchivedIsNot() {
        news.hear(BIAS.announced());
        assertThat(news.candidates()).isEmpty();
    }

    @Test
    void whatNobodyAnnouncedIsNot() {
        news.hear(BIAS.transferred());
        assertThat(news.candidates()).isEmpty();
    }

    @Test
    void whatIsKeptWithLossIsNotUntilItIsFetchedExactly() {
        news.hear(BIAS.announced());
        FrameTransferred exact = BIAS.transferred();
        news.hear(new FrameTransferred(
                exact.identity(),
                exact.at().minusSeconds(60),
                exact.task(),
                new StoredFile(exact.archived().area(), "raw/a~lossy.fits.fz", 77, new Sha256("e".repeat(64))),
                exact.readable(),
                exact.worker(),
                exact.took(),
                exact.from(),
                Optional.of(new KeptWithLoss(4, exact.archived().digest()))));
        assertThat(news.candidates()).isEmpty();
        news.hear(exact);
        assertThat(news.candidates()).hasSize(1);
    }

    @Test
    void anArchivedRevisionThatANewerOneFollowedIsNot() {
        news.hear(BIAS.announced());
        news.hear(BIAS.transferred());
        news.hear(new Bias(1, 2).announced());
        assertThat(news.candidates()).isEmpty();
        news.hear(new Bias(1, 2).transferred());
        assertThat(news.candidates())
                .extracting(each -> each.identity().revision())
                .containsExactly(2);
    }

    @Test
    void whatWasArchivedWithOtherBytesThanAnnouncedIsNot() {
        news.hear(BIAS.announced());
        FrameTransferred right = BIAS.transferred();
        Sha256 other = new Sha256("f".repeat(64));
        news.hear(new FrameTransferred(
                right.identity(),
                right.at(),
                right.task(),
                new StoredFile(
                        right.archived().area(),
                        right.archived().key(),
                        right.archived().size(),
                        other),
                right.readable(),
                right.worker(),
                right.took()));
        assertThat(news.candidates()).isEmpty();
    }

    @Test
    void whatWasRefusedAfterItWasTakenIsNot() {
        news.hear(BIAS.announced());
        news.hear(BIAS.transferred());
        news.hear(new Bias(1, 2).refused());
        assertThat(news.candidates()).isEmpty();
    }

    @Test
    void whatWasReleasedIsNotAskedForAgain() {
        news.hear(BIAS.announced());
        news.hear(BIAS.transferred());
        news.hear(BIAS.released());
        assertThat(news.candidates()).isEmpty();
    }

    @Test
    void whatItsTelescopeKeepsLongerIsNotDueBefore() {
        Bias bias = new Bias(1);
        Instant archived = bias.transferred().at();
        Candidate kept = new Candidate(
                bias.transferred().identity(), bias.transferred().archived(), archived, Duration.ofDays(60));
        assertThat(kept.isDue(Duration.ofDays(30), archived.plus(Duration.ofDays(59))))
                .isFalse();
        assertThat(kept.isDue(Duration.ofDays(30), archived.plus(Duration.ofDays(60))))
                .isTrue();
        assertThat(kept.isDue(Duration.ofDays(90), archived.plus(Duration.ofDays(60))))
                .isFalse();
    }
}
