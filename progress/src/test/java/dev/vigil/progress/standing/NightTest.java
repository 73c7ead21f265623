package dev.vigil.progress.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NightTest {
    private final Telescope frame = Telescope.science("a.fits");
    private final Night fresh = Night.empty(new NightKey("7DT05", Optional.of(Telescope.NIGHT)));

    @Test
    void aNightIsCompleteWhenItIsOverAndScannedAndAllIsDone() {
        assertThat(done().judgedBy(site(20, 1)).complete()).isTrue();
    }

    @Test
    void aNightThatIsNotOverAtTheSiteIsNotComplete() {
        assertThat(done().judgedBy(site(20, 0)).complete()).isFalse();
    }

    @Test
    void aNightIsNotCompleteBeforeAScanThatBeganAfterItsLastFrame() {
        assertThat(done().judgedBy(site(0, 1)).complete()).isFalse();
    }

    @Test
    void aNightIsNotCompleteWhileTheListingBringsSomethingNew() {
        Site busy = new Site(Optional.of(Telescope.at(20)), Optional.empty(), Optional.of(Telescope.NIGHT.plusDays(1)));

        assertThat(done().judgedBy(busy).complete()).isFalse();
    }

    @Test
    void aNightWithAFrameOnTheWayIsNotComplete() {
        Night open = fresh.with(NightProgress.NONE.plus(Standing.of(frame.taken(1))), Site.UNHEARD);

        assertThat(open.judgedBy(site(20, 1)).complete()).isFalse();
    }

    @Test
    void aNightWithAFailedFrameIsCompleteAllTheSame() {
        Night failed = fresh.with(NightProgress.NONE.plus(Standing.of(frame.refused(1))), Site.UNHEARD);

        assertThat(failed.judgedBy(site(20, 1)).complete()).isTrue();
    }

    @Test
    void aNightWithoutFramesIsNotComplete() {
        assertThat(fresh.judgedBy(site(20, 1)).complete()).isFalse();
    }

    @Test
    void aProducerThatStartsAgainTakesNothingBack() {
        assertThat(done().judgedBy(site(20, 1)).judgedBy(Site.UNHEARD).complete())
                .isTrue();
    }

    @Test
    void aNewFrameMakesACompleteNightIncomplete() {
        Night complete = done().judgedBy(site(20, 1));
        NightProgress more =
                complete.progress().plus(Standing.of(Telescope.science("b.fits").refused(30)));

        assertThat(complete.with(more, site(20, 1)).complete()).isFalse();
        assertThat(complete.with(more, site(40, 1)).complete()).isTrue();
    }

    @Test
    void framesOfAnUnknownNightAreCompleteWhenTheListingIsQuiet() {
        Night unknown = Night.empty(new NightKey("7DT05", Optional.empty()))
                .with(NightProgress.NONE.plus(Standing.of(frame.refused(1))), Site.UNHEARD);

        assertThat(unknown.judgedBy(site(20, 0)).complete()).isTrue();
    }

    private Night done() {
        Standing recorded = Stream.of(frame.taken(1), frame.recorded(9))
                .map(Standing::of)
                .reduce(Standing::merge)
                .orElseThrow();
        return fresh.with(NightProgress.NONE.plus(recorded), Site.UNHEARD);
    }

    private static Site site(int scannedUpTo, int nightsLater) {
        LocalDate now = Telescope.NIGHT.plusDays(nightsLater);
        return new Site(
                Optional.of(Telescope.at(scannedUpTo)), Optional.of(Telescope.at(scannedUpTo)), Optional.of(now));
    }
}
