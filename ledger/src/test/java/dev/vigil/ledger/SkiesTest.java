package dev.vigil.ledger;

import static dev.vigil.ledger.Tell.NIGHT;
import static dev.vigil.ledger.Tell.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameEvent;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.Measurements;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SkiesTest {
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = Ledger.open(TestDatabase.migrated());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static FrameIdentity identity(String name, LocalDate night) {
        FrameIdentity any = Tell.science(name).identity();
        return new FrameIdentity(
                new FrameId(UNIT + "/" + night + "/" + name),
                1,
                UNIT,
                Optional.of(night),
                any.nightSource(),
                any.exposure(),
                any.type(),
                any.lastLevel(),
                0);
    }

    private static List<FrameEvent> frame(String name, LocalDate night, double zeroPoint, double scatter) {
        FrameAnnounced taken = Tell.science(name).taken(1);
        FrameReduced made = Tell.science(name).reduced(4, "first");
        Measurements measured =
                Measurements.NONE.withOthers(Map.of("zeroPoint", zeroPoint, "zeroPointScatter", scatter));
        FrameIdentity identity = identity(name, night);
        return List.of(
                new FrameAnnounced(
                        identity, taken.at(), taken.path(), taken.size(), taken.modified(), taken.judgement()),
                new FrameReduced(
                        identity.withAttempt(1),
                        made.at(),
                        "reduce " + identity.frame(),
                        made.kind(),
                        made.reduction(),
                        made.recipe(),
                        made.detectors(),
                        made.masters(),
                        made.products(),
                        measured,
                        made.flags(),
                        made.worker(),
                        made.took(),
                        made.checks(),
                        made.good(),
                        made.placed(),
                        made.sameAs()));
    }

    private void write(List<? extends FrameEvent> events) {
        events.forEach(event -> ledger.writer(Clock.systemUTC()).write(List.of(event), List.of()));
    }

    private static List<FrameEvent> nights() {
        List<FrameEvent> news = new ArrayList<>();
        news.addAll(frame("long-ago.fits", NIGHT.minusDays(30), 26, 0.01));
        news.addAll(frame("best.fits", NIGHT.minusDays(29), 25, 0.01));
        news.addAll(frame("good.fits", NIGHT, 24.95, 0.012));
        news.addAll(frame("patchy.fits", NIGHT, 24.98, 0.2));
        news.addAll(frame("cloudy.fits", NIGHT, 23.7, 0.02));
        news.addAll(frame("tomorrow.fits", NIGHT.plusDays(1), 27, 0.01));
        return news;
    }

    @Test
    void aFrameIsComparedWithTheBestOfThirtyNightsUpToItsOwn() {
        write(nights());
        assertThat(ledger.skies().of(UNIT, NIGHT))
                .allSatisfy(sky -> assertThat(sky.best()).isEqualTo(25));
        SkyQuality cloudy = sky("cloudy.fits");
        assertThat(cloudy.transparency()).isCloseTo(Math.pow(10, -0.4 * 1.3), within(1e-9));
        assertThat(cloudy.skyClass()).isEqualTo(SkyClass.CLOUDY);
        assertThat(sky("good.fits").skyClass()).isEqualTo(SkyClass.PHOTOMETRIC);
        assertThat(sky("good.fits").surveyLabel()).contains("clear");
        assertThat(sky("patchy.fits").skyClass()).isEqualTo(SkyClass.PARTLY_CLOUDY);
    }

    @Test
    void severalNightsAreToldAtOnceAsEachAlone() {
        write(nights());
        LocalDate next = NIGHT.plusDays(1);
        List<SkyQuality> each = new ArrayList<>(ledger.skies().of(UNIT, next));
        each.addAll(ledger.skies().of(UNIT, NIGHT));
        assertThat(each).hasSize(4);
        assertThat(ledger.skies().of(List.of(Map.entry(UNIT, NIGHT), Map.entry(UNIT, next), Map.entry("other", NIGHT))))
                .isEqualTo(each);
    }

    private SkyQuality sky(String name) {
        return ledger.skies().of(identity(name, NIGHT).frame(), NIGHT).orElseThrow();
    }

    @Test
    void theOrderInWhichFramesAreReducedDoesNotMatter() {
        write(nights());
        List<SkyQuality> skies = ledger.skies().of(UNIT, NIGHT);
        TestDatabase.clear(ledger);
        List<FrameEvent> news = nights();
        Collections.shuffle(news, new Random(1));
        write(news);
        write(news.subList(0, 5));
        assertThat(skies).hasSize(3);
        assertThat(ledger.skies().of(UNIT, NIGHT)).isEqualTo(skies);
    }

    @Test
    void oneMistakenZeroPointAmongManyIsNotTheBest() {
        for (int i = 0; i < 40; i++) {
            write(frame("frame" + i + ".fits", NIGHT, 25 - i * 0.001, 0.01));
        }
        write(frame("mistaken.fits", NIGHT, 28, 0.01));
        assertThat(sky("frame0.fits").best()).isLessThan(25.0001);
    }

    @Test
    void theViewForPeopleSaysTheSame() {
        write(nights());
        List<Double> said = ledger.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select transparency from frame_transparency where night = :night order by frame")
                        .bind("night", NIGHT)
                        .mapTo(Double.class)
                        .list());
        List<SkyQuality> skies = ledger.skies().of(UNIT, NIGHT);
        assertThat(said).hasSameSizeAs(skies);
        for (int i = 0; i < said.size(); i++) {
            assertThat(said.get(i)).isCloseTo(skies.get(i).transparency(), within(1e-9));
        }
    }

    @Test
    void withoutAScatterTheTransparencyAloneCounts() {
        assertThat(SkyClass.of(0.95, OptionalDouble.empty(), OptionalDouble.empty()))
                .isEqualTo(SkyClass.PHOTOMETRIC);
        assertThat(SkyClass.of(0.85, OptionalDouble.empty(), OptionalDouble.of(0.01)))
                .isEqualTo(SkyClass.CLEAR);
        assertThat(SkyClass.of(0.1, OptionalDouble.of(0.01), OptionalDouble.of(0.01)))
                .isEqualTo(SkyClass.BAD);
    }
}
