package dev.vigil.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.progress.standing.Judged.Verdict;
import dev.vigil.progress.standing.Missing;
import dev.vigil.progress.standing.Night;
import dev.vigil.progress.standing.NightKey;
import dev.vigil.progress.standing.NightProgress;
import dev.vigil.progress.standing.Range;
import dev.vigil.progress.standing.Series;
import dev.vigil.progress.standing.SeriesKey;
import dev.vigil.progress.standing.Site;
import dev.vigil.progress.standing.Standing;
import dev.vigil.progress.standing.Telescope;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.Counted;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.Whole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        NightRow row = new NightRow(
                new Night(
                        new NightKey("7DT05", Optional.of(Telescope.NIGHT)), progress, new java.util.TreeMap<>(), true),
                true);
        NightRow empty = new NightRow(Night.empty(new NightKey("7DT05", Optional.empty())), false);

        assertThat(thereAndBack(NightForm.FORM, row)).isEqualTo(row);
        assertThat(thereAndBack(NightForm.FORM, empty)).isEqualTo(empty);
    }

    @Test
    void aSeriesComesBackFromItsStoreAsItWas() {
        Counted ccd = new Counted("HSCE1", 57, Optional.of(new Whole(0, 111, Duration.ofMinutes(5))));
        Counted doubtful = new Counted("HSCE1", 58, Optional.empty(), true);
        Series series = Series.EMPTY
                .plus(ccd, Telescope.at(1), Verdict.STALLED)
                .plus(ccd, Telescope.at(1), Verdict.ARRIVING)
                .plus(doubtful, Telescope.at(2), Verdict.TAKEN)
                .close(new Series.Closed(new Range(3, 4), "ana: dead"))
                .expect(new Range(50, 60));
        NightKey night = new NightKey("HSC", Optional.of(Telescope.NIGHT));
        SeriesRow row = new SeriesRow(new SeriesKey(night, "HSCE1"), series, true, Optional.of(Telescope.at(7)));
        assertThat(thereAndBack(SeriesForm.FORM, row)).isEqualTo(row);
        Night gaps = Night.empty(night)
                .with("HSCE1", series.missing(), Site.UNHEARD)
                .with("HSCE2", Missing.ARRIVING, Site.UNHEARD);
        assertThat(thereAndBack(NightForm.FORM, new NightRow(gaps, true))).isEqualTo(new NightRow(gaps, true));
    }

    @Test
    void aStandingKeepsTheNumbersOfItsFile() {
        FrameAnnounced taken = Telescope.science("a.fits").taken(1);
        Standing counted = Standing.of(new FrameAnnounced(
                taken.identity(),
                taken.at(),
                taken.path(),
                taken.size(),
                taken.modified(),
                taken.judgement(),
                List.of(
                        new Counted("", 5, Optional.empty()).perhapsIn(Telescope.NIGHT),
                        new Counted("x", 5, Optional.of(new Whole(0, 9, Duration.ofSeconds(7)))))));
        assertThat(thereAndBack(StandingForm.FORM, counted)).isEqualTo(counted);
    }

    @Test
    void aSiteComesBackFromItsStoreAsItWas() {
        Site site = Site.of(Driven.alive(Telescope.NIGHT, 3));

        assertThat(thereAndBack(SiteForm.FORM, site)).isEqualTo(site);
        assertThat(thereAndBack(SiteForm.FORM, Site.UNHEARD)).isEqualTo(Site.UNHEARD);
    }

    @Test
    void aSeriesOfAnOlderVersionIsRead() {
        String old = "{\"night\":\"HSC/2026-11-19\",\"name\":\"HSCE1\",\"sent\":true,\"settled\":%s,"
                + "\"of\":{\"first\":0,\"last\":3,\"quietMillis\":300000},\"seen\":[1,1,1000],\"closed\":[]}";
        SeriesRow open = read(SeriesForm.FORM, old.formatted("false"));
        assertThat(open.settled()).isEmpty();
        assertThat(open.isOpen()).isTrue();
        assertThat(read(SeriesForm.FORM, old.formatted("true")).settled())
                .contains(Instant.ofEpochSecond(1).plus(Duration.ofMinutes(5)));
    }

    private static <T> T read(Form<T> form, String json) {
        return form.serde().deserializer().deserialize("", json.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T thereAndBack(Form<T> form, T value) {
        Serde<T> serde = form.serde();
        return serde.deserializer().deserialize("", serde.serializer().serialize("", value));
    }
}
