package dev.vigil.producer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.instruments.FrameSource;
import dev.vigil.instruments.Judged;
import dev.vigil.instruments.Profiles;
import dev.vigil.producer.disk.Sighting;
import dev.vigil.producer.judging.Decision.Say;
import dev.vigil.producer.judging.Verdict;
import dev.vigil.producer.serving.Locations;
import dev.vigil.producer.serving.Packaging;
import dev.vigil.schemas.events.Counted;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a clock shows is part of what is announced. */
class ClocksTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant DUSK = Instant.parse("2026-03-02T01:00:00Z");
    private static final Verdict.Bytes BYTES =
            new Verdict.Bytes(new Sha256("0".repeat(64)), new Sha256("0".repeat(64)), List.of());

    @TempDir
    Path folder;

    private Profiles profiles = Profiles.bundled();

    private Announcing producer() {
        return new Announcing(profiles, new Locations(Optional.empty(), List.of(), Packaging.NONE));
    }

    private FrameAnnounced announce(Announcing producer, int number, Instant start, Instant modified) {
        String path = String.format("LATISS/2026-03-01/AT_O_20260301_%06d.fits", number);
        Sighting sighting = new Sighting(path, Sighting.Kind.FILE, 2880, modified, Optional.empty());
        FrameAnnounced announced = producer.word(
                sighting, new Say(FrameId.ofPath(path), 1, verdict(sighting, number, start), List.of()), NOW);
        producer.said(sighting, announced);
        return announced;
    }

    private Verdict verdict(Sighting sighting, int number, Instant start) {
        Header header = Fits.header()
                .put("NAXIS1", 32, "")
                .put("NAXIS2", 32, "")
                .put("IMGTYPE", "OBJECT", "")
                .put("TIMESYS", "UTC", "")
                .put("DATE-BEG", start.toString(), "")
                .put("SEQNUM", number, "")
                .build();
        Hdu hdu = new Hdu(0, Optional.empty(), header, 2880, 2048, true, false);
        Judged judged =
                profiles.profileFor("LATISS").judge(new FrameSource("LATISS", sighting.belowUnit(), List.of(hdu), NOW));
        return new Verdict.Taken(BYTES, ((Judged.Described) judged).frame());
    }

    private static FrameFacts facts(FrameAnnounced announced) {
        return ((Taken) announced.judgement()).facts();
    }

    @Test
    void aClockThatIsAheadIsAFlagWithTheAmount() {
        FrameAnnounced announced = announce(producer(), 1, DUSK.plus(Duration.ofHours(5)), DUSK.plusSeconds(60));
        assertThat(facts(announced).flags()).contains("WRITTEN_BEFORE_ITS_END");
        assertThat(facts(announced).remarks().get("WRITTEN_BEFORE_ITS_END")).contains("whole hours");
    }

    @Test
    void aProducerThatIsStartedAgainKnowsTheOrder() {
        FrameAnnounced first = announce(producer(), 10, DUSK, NOW);
        Announcing again = producer();
        again.learn(first);
        FrameAnnounced second = announce(again, 11, DUSK.minus(Duration.ofHours(1)), NOW);
        assertThat(facts(second).flags()).contains("START_OUT_OF_ORDER");
        assertThat(facts(second).remarks().get("START_OUT_OF_ORDER")).contains("AT_O_20260301_000010.fits");
    }

    @Test
    void whatALaterFrameShowsIsSaidOfTheEarlierOneAgain() {
        Announcing producer = producer();
        for (int n : new int[] {30, 29, 28}) {
            announce(producer, n, DUSK.plusSeconds(100L * n), NOW);
        }
        FrameAnnounced wrong = announce(producer, 27, DUSK.minus(Duration.ofHours(4)), NOW);
        assertThat(facts(wrong).flags()).doesNotContain("START_OUT_OF_ORDER");
        assertThat(producer.more()).isEmpty();
        FrameAnnounced neighbour = announce(producer, 26, DUSK.plusSeconds(2600), NOW);
        assertThat(facts(neighbour).flags()).contains("NEIGHBOUR_OUT_OF_ORDER");
        assertThat(producer.more()).singleElement().satisfies(again -> {
            assertThat(again.identity()).isEqualTo(wrong.identity());
            assertThat(again.counted()).isEqualTo(wrong.counted());
            assertThat(facts(again).flags()).contains("START_OUT_OF_ORDER");
            assertThat(facts(again).remarks().get("START_OUT_OF_ORDER")).contains("AT_O_20260301_000026.fits");
        });
        assertThat(producer.more()).isEmpty();
    }

    @Test
    void aFrameOfAnotherNightThanItsFolderThatBeganOutOfOrderIsCountedInBoth() {
        Announcing producer = producer();
        for (int n : new int[] {1, 2, 4, 5}) {
            assertThat(announce(producer, n, DUSK.plusSeconds(100L * n), NOW).counted())
                    .containsExactly(number(n));
        }
        assertThat(announce(producer, 3, DUSK.minus(Duration.ofDays(2)), NOW).counted())
                .containsExactly(number(3).perhaps(), number(3).perhapsIn(LocalDate.of(2026, 3, 1)));
    }

    @Test
    void aFrameThatALaterOneShowsToBeOfItsFolderIsCountedThereToo() {
        Announcing producer = producer();
        for (int n : new int[] {30, 29, 28}) {
            announce(producer, n, DUSK.plusSeconds(100L * n), NOW);
        }
        assertThat(announce(producer, 27, DUSK.minus(Duration.ofDays(1)), NOW).counted())
                .containsExactly(number(27));
        announce(producer, 26, DUSK.plusSeconds(2600), NOW);
        assertThat(producer.more())
                .singleElement()
                .satisfies(again -> assertThat(again.counted())
                        .containsExactly(number(27).perhaps(), number(27).perhapsIn(LocalDate.of(2026, 3, 1))));
    }

    @Test
    void whereFoldersHaveOtherNightsThanHeadersThroughoutFramesAreCountedOnce() {
        Announcing producer = producer();
        for (int n : new int[] {1, 2, 3, 4}) {
            FrameAnnounced announced =
                    announce(producer, n, DUSK.minus(Duration.ofDays(2)).plusSeconds(100L * n), NOW);
            assertThat(facts(announced).flags()).contains("FOLDER_DISAGREES");
            assertThat(announced.counted()).containsExactly(number(n));
        }
    }

    private static Counted number(long number) {
        return new Counted("", number, Optional.empty());
    }

    @Test
    void aProfileMayExcludeWhatHasABadClock() throws IOException {
        profileWith("excludes: [WRITTEN_BEFORE_ITS_END]");
        FrameAnnounced announced = announce(producer(), 1, DUSK.plus(Duration.ofHours(5)), DUSK.plusSeconds(60));
        assertThat(((Excluded) announced.judgement()).rule()).isEqualTo("clock");
    }

    @Test
    void aProfileMayRefuseWhatHasABadClock() throws IOException {
        profileWith("refuses: [WRITTEN_BEFORE_ITS_END]");
        FrameAnnounced announced = announce(producer(), 1, DUSK.plus(Duration.ofHours(5)), DUSK.plusSeconds(60));
        Refused refused = (Refused) announced.judgement();
        assertThat(refused.category()).isEqualTo(FailureCategory.IMPOSSIBLE_VALUE);
        assertThat(refused.reason()).contains("AT_O_20260301_000001.fits", "whole hours");
    }

    private void profileWith(String rule) throws IOException {
        Files.writeString(
                folder.resolve("mine.yaml"),
                "profile: mine\nextends: latiss\nunits: [LATISS]\nclock: {" + rule + "}\n");
        profiles = Profiles.bundledAnd(folder);
    }
}
