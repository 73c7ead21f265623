package dev.vigil.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.progress.standing.Night;
import dev.vigil.progress.standing.NightKey;
import dev.vigil.progress.standing.NightProgress;
import dev.vigil.progress.standing.Site;
import dev.vigil.progress.standing.Standing;
import dev.vigil.progress.standing.Telescope;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.Stage;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class FormsTest {
    private final Telescope frame = Telescope.science("a.fits");
    private final Standing standing = Stream.of(
                    frame.taken(1),
                    frame.transferred(2),
                    frame.attempt(1).failed(3, Stage.REDUCTION, 3),
                    frame.waiting(4, Stage.REDUCTION, Awaited.MASTER, 1, false),
                    frame.recorded(5))
            .map(Standing::of)
            .reduce(Standing::merge)
            .orElseThrow();

    @Test
    void aStandingComesBackFromItsStoreAsItWas() {
        assertThat(thereAndBack(StandingForm.FORM, standing)).isEqualTo(standing);
        Standing unknown = Standing.of(frame.night(Optional.empty()).arriving(1));
        assertThat(thereAndBack(StandingForm.FORM, unknown)).isEqualTo(unknown);
    }

    @Test
    void aNightComesBackFromItsStoreAsItWas() {
        NightProgress progress = NightProgress.NONE
                .plus(standing)
                .plus(Standing.of(Telescope.science("b.fits").refused(7)));
        NightRow row =
                new NightRow(new Night(new NightKey("7DT05", Optional.of(Telescope.NIGHT)), progress, true), true);
        NightRow empty = new NightRow(Night.empty(new NightKey("7DT05", Optional.empty())), false);

        assertThat(thereAndBack(NightForm.FORM, row)).isEqualTo(row);
        assertThat(thereAndBack(NightForm.FORM, empty)).isEqualTo(empty);
    }

    @Test
    void aSiteComesBackFromItsStoreAsItWas() {
        Site site = Site.of(Driven.alive(Telescope.NIGHT, 3));

        assertThat(thereAndBack(SiteForm.FORM, site)).isEqualTo(site);
        assertThat(thereAndBack(SiteForm.FORM, Site.UNHEARD)).isEqualTo(Site.UNHEARD);
    }

    private static <T> T thereAndBack(Form<T> form, T value) {
        Serde<T> serde = form.serde();
        return serde.deserializer().deserialize("", serde.serializer().serialize("", value));
    }
}
