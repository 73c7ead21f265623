package dev.vigil.scheduler.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.common.queues.Held;
import dev.vigil.common.queues.UnitQueue;
import dev.vigil.common.settings.Hours;
import dev.vigil.scheduler.Sky;
import dev.vigil.scheduler.Workers;
import dev.vigil.scheduler.policy.Habits;
import dev.vigil.scheduler.policy.Order;
import dev.vigil.scheduler.policy.Policies;
import dev.vigil.scheduler.policy.Policy;
import dev.vigil.scheduler.state.Store;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.schemas.events.UnitAlive;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is told of queues: by the rules that hold them, and only what is new. */
class QueueVoiceTest {
    private static final Sky SKY = Sky.TONIGHT;
    private static final Habits USUAL = Habits.of(Order.NEWEST, 32);
    private static final String TRANSFERS = "7DT05/transfers";

    private Policy policy = Policy.DEFAULT;
    private TestingScheduler scheduler;
    private QueueVoice voice;

    private void with(Habits transfers) {
        with(Policy.DEFAULT.withTransfers(transfers));
    }

    private void with(Policy other) {
        policy = other;
        scheduler = new TestingScheduler(policy);
        voice = new QueueVoice(scheduler.state(), Policies.usual(policy));
    }

    private void announce(int frames) {
        for (int number = 1; number <= frames; number++) {
            scheduler.tell(SKY.science(number));
        }
    }

    private List<QueueNews> news() {
        return news(scheduler.now());
    }

    private List<QueueNews> news(Instant now) {
        return voice.news(scheduler.state().tasks().loads(), now);
    }

    private UnitQueue transfers() {
        return new QueueVoice(scheduler.state(), Policies.usual(policy))
                .news(scheduler.state().tasks().loads(), scheduler.now()).stream()
                        .filter(news -> news.key().equals(TRANSFERS))
                        .findFirst()
                        .flatMap(QueueNews::queue)
                        .orElseThrow();
    }

    @Test
    void theLimitHoldsWhatHasNoPlace() {
        with(Habits.of(Order.NEWEST, 2));
        announce(5);
        UnitQueue queue = transfers();
        assertThat(queue)
                .isEqualTo(new UnitQueue(
                        "7DT05",
                        "transfers",
                        Sky.EVENING,
                        Sky.EVENING,
                        3,
                        2,
                        Held.LIMIT,
                        "no more than 2 may be out at once",
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void theRateSaysWhenTheNextGoesAndWhenTheLastHasGone() {
        with(USUAL.atRate(409));
        announce(20);
        assertThat(transfers().held()).isEqualTo(Held.RATE);
        assertThat(transfers().why()).isEqualTo("the line may carry 409 B/s");
        Instant next = transfers().nextAt().orElseThrow();
        assertThat(Duration.between(scheduler.now(), next)).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11));
        assertThat(Duration.between(next, transfers().lastAbout().orElseThrow()).toSeconds())
                .as("nineteen files of ten seconds")
                .isBetween(185L, 195L);
    }

    @Test
    void theEndOfAQueueIsNotPromisedWhileItsProducerIsSilent() {
        with(USUAL.atRate(409));
        announce(20);
        scheduler.tell(alive());
        assertThat(transfers().lastAbout()).isPresent();
        scheduler.pass(Duration.ofSeconds(40));
        assertThat(transfers().lastAbout()).isEmpty();
        scheduler.tell(alive());
        assertThat(transfers().lastAbout()).isPresent();
    }

    private UnitAlive alive() {
        return new UnitAlive(
                "7DT05",
                scheduler.now(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                20,
                1_000_000,
                2_000_000,
                0.5);
    }

    @Test
    void exposuresAMinuteCountExposuresAndNotFiles() {
        with(new Habits(Order.OLDEST, 100, 0, 3, 0, Hours.ANY));
        for (int exposure = 1; exposure <= 4; exposure++) {
            for (int ccd = 0; ccd < 6; ccd++) {
                scheduler.tell(SKY.member(exposure, ccd));
            }
        }
        UnitQueue queue = transfers();
        assertThat(queue.held()).isEqualTo(Held.EXPOSURES);
        assertThat(queue.why()).isEqualTo("3 exposures may begin in a minute");
        assertThat(queue.queued()).isEqualTo(18);
        assertThat(queue.nextAt()).contains(Sky.EVENING.plusSeconds(20));
        assertThat(queue.lastAbout()).contains(Sky.EVENING.plusSeconds(60));
        scheduler.pass(Duration.between(scheduler.now(), queue.lastAbout().orElseThrow()));
        assertThat(scheduler.transfers()).as("as was told").hasSize(24);
    }

    @Test
    void whenTheLastOfALongQueueGoesIsToldByTheFirst() {
        with(new Habits(Order.OLDEST, 1_000, 0, 60, 0, Hours.ANY));
        for (int exposure = 1; exposure <= 700; exposure++) {
            scheduler.tell(SKY.member(exposure, 1));
        }
        assertThat(transfers().queued()).isGreaterThan(2 * LastOfQueue.LOOKED_AT);
        assertThat(Duration.between(scheduler.now(), transfers().lastAbout().orElseThrow()))
                .isBetween(Duration.ofSeconds(690), Duration.ofSeconds(701));
    }

    @Test
    void aBundleHoldsTheNextUntilItHasCome() {
        with(new Habits(Order.NEWEST, 32, 4, 0, 0, Hours.ANY));
        announce(7);
        assertThat(transfers().held()).isEqualTo(Held.BUNDLE);
        assertThat(transfers().why()).isEqualTo("4 exposures go at a time, the next when all of these have come");
        assertThat(transfers().queued()).isEqualTo(3);
    }

    @Test
    void whatIsTriedAloneWaitsForTheOthersAndThenTheyForIt() {
        with(Habits.of(Order.NEWEST, 3));
        announce(4);
        List<TransferTask> out = scheduler.transfers();
        scheduler.tell(Workers.failed(out.get(0), FailureCategory.GAVE_UP));
        scheduler.tell(Workers.done(scheduler.transfers().get(3)));
        assertThat(transfers().held()).isEqualTo(Held.ALONE);
        assertThat(transfers().why()).startsWith("the next is tried alone");
        out.subList(1, 3).forEach(task -> scheduler.tell(Workers.done(task)));
        scheduler.tell(SKY.science(9));
        assertThat(transfers().why()).isEqualTo("one that a worker was lost over is tried alone");
    }

    @Test
    void closedHoursSayWhenTheyOpen() {
        with(new Habits(Order.NEWEST, 32, 0, 60, 0, Hours.parse("not 18:00-06:00 America/Santiago")));
        announce(2);
        UnitQueue queue = transfers();
        assertThat(queue.held()).isEqualTo(Held.HOURS);
        assertThat(queue.why()).isEqualTo("the hours are not 18:00-06:00 America/Santiago");
        assertThat(queue.nextAt()).contains(Instant.parse("2026-11-20T09:00:00Z"));
        assertThat(queue.lastAbout()).isEmpty();
    }

    @Test
    void whatGoesAfterItsNightIsHeldByThat() {
        with(new Habits(Order.NEWEST, 32, 0, 60, 0, Hours.AFTER_NIGHT));
        announce(2);
        assertThat(transfers().held()).isEqualTo(Held.NIGHT);
        assertThat(transfers().lastAbout()).isEmpty();
    }

    @Test
    void anArchiveThatTakesNothingHoldsTheQueue() {
        with(Habits.of(Order.NEWEST, 1));
        announce(2);
        scheduler.tell(Workers.failed(scheduler.transfers().get(0), FailureCategory.DISK_FULL));
        assertThat(transfers().held()).isEqualTo(Held.REST);
        assertThat(transfers().why())
                .isEqualTo("the archive takes nothing, for want of room on the disk: " + Workers.NO_ROOM);
        assertThat(transfers().nextAt()).isPresent();
    }

    @Test
    void aSourceThatCannotBeReachedHoldsTheQueueAndThenOneTries() {
        with(USUAL);
        announce(2);
        List<TransferTask> out = scheduler.transfers();
        out.forEach(task -> scheduler.tell(Workers.noSource(task)));
        assertThat(transfers().held()).isEqualTo(Held.SOURCE);
        Instant next = transfers().nextAt().orElseThrow();
        scheduler.pass(Duration.between(scheduler.now(), next).plusSeconds(1));
        assertThat(transfers().held()).isEqualTo(Held.SOURCE);
        assertThat(transfers().why()).endsWith("and one file tries it");
        assertThat(transfers().nextAt()).isEmpty();
    }

    @Test
    void backfillHasFewerPlaces() {
        with(Habits.of(Order.NEWEST, 10));
        Sky old = SKY.withNight(LocalDate.parse("2026-11-01"));
        for (int number = 1; number <= 5; number++) {
            scheduler.tell(old.science(number));
        }
        assertThat(transfers().held()).isEqualTo(Held.LIMIT);
        assertThat(transfers().why()).isEqualTo("no more than 2 of backfill may be out at once");
    }

    @Test
    void whatMayGoIsHeldByNothingWhetherSomebodyHasLookedSinceOrNot() {
        with(new Habits(Order.NEWEST, 32, 0, 6, 0, Hours.ANY));
        announce(3);
        assertThat(news(Sky.EVENING).get(0).queue())
                .hasValueSatisfying(queue -> assertThat(queue.held()).isEqualTo(Held.EXPOSURES));
        assertThat(news(Sky.EVENING.plusSeconds(10)).get(0).queue())
                .hasValueSatisfying(queue -> assertThat(queue.held()).isEqualTo(Held.NOTHING));
        assertThat(scheduler.transfers()).hasSize(1);
    }

    @Test
    void reductionsHaveAQueueOfTheirOwn() {
        with(new Policy(
                USUAL,
                Habits.of(Order.NEWEST, 1),
                0.2,
                Duration.ofMinutes(15),
                Duration.ofMinutes(30),
                Duration.ofHours(36),
                Duration.ofSeconds(20),
                3,
                Optional.empty(),
                Duration.ofDays(30),
                Duration.ofMinutes(20)));
        announce(3);
        scheduler.transferAll();
        assertThat(news()).singleElement().satisfies(news -> {
            assertThat(news.key()).isEqualTo("7DT05/reductions");
            assertThat(news.queue().orElseThrow().held()).isEqualTo(Held.LIMIT);
        });
    }

    @Test
    void onlyWhatHasChangedIsToldAndAnEmptyQueueOnce() {
        with(Habits.of(Order.NEWEST, 1));
        announce(2);
        assertThat(news()).hasSize(1);
        assertThat(news(scheduler.now().plusSeconds(5))).isEmpty();
        scheduler.tell(SKY.science(3));
        Instant later = scheduler.now().plusSeconds(10);
        assertThat(news(later)).singleElement().satisfies(news -> {
            assertThat(news.queue().orElseThrow().queued()).isEqualTo(2);
            assertThat(news.queue().orElseThrow().since()).isEqualTo(Sky.EVENING);
            assertThat(news.queue().orElseThrow().at()).isEqualTo(later);
        });
        for (int done = 0; done < 3; done++) {
            scheduler.tell(Workers.done(scheduler.transfers().get(done)));
        }
        assertThat(news().stream().filter(news -> news.key().equals(TRANSFERS)))
                .containsExactly(new QueueNews(TRANSFERS, Optional.empty()));
        assertThat(news()).isEmpty();
    }

    @Test
    void afterAStartEachQueueOfWhichAnythingWasSaidIsToldAgain() {
        with(Habits.of(Order.NEWEST, 1));
        announce(2);
        news();
        voice = new QueueVoice(scheduler.state(), Policies.usual(policy));
        scheduler.pass(Duration.ofSeconds(30));
        assertThat(news())
                .singleElement()
                .satisfies(
                        news -> assertThat(news.queue().orElseThrow().since()).isEqualTo(Sky.EVENING));
        for (int done = 0; done < 2; done++) {
            scheduler.tell(Workers.done(scheduler.transfers().get(done)));
        }
        voice = new QueueVoice(scheduler.state(), Policies.usual(policy));
        assertThat(news().stream().filter(news -> news.key().equals(TRANSFERS)))
                .as("emptied while it was down, or the word was lost")
                .containsExactly(new QueueNews(TRANSFERS, Optional.empty()));
        voice = new QueueVoice(scheduler.state(), Policies.usual(policy));
        assertThat(news()).as("and again after the next start").contains(new QueueNews(TRANSFERS, Optional.empty()));
        assertThat(news()).isEmpty();
    }

    @Property(tries = 25)
    void toTellOfQueuesChangesNothingAndWhatIsQueuedIsHeldBySomething(@ForAll long seed) {
        RandomNight night = new RandomNight(seed);
        QueueVoice ofNight = new QueueVoice(night.scheduler().state(), Policies.usual(RandomNight.POLICY));
        for (int step = 0; step < 80; step++) {
            night.step();
            Map<Store, Map<String, String>> before = night.scheduler().contents();
            List<QueueNews> news = ofNight.news(
                    night.scheduler().state().tasks().loads(), night.scheduler().now());
            Map<Store, Map<String, String>> after = night.scheduler().contents();
            before.remove(Store.QUEUES);
            after.remove(Store.QUEUES);
            assertThat(after).isEqualTo(before);
            assertThat(news)
                    .allSatisfy(each ->
                            assertThat(each.queue().map(UnitQueue::held)).isNotEqualTo(Optional.of(Held.NOTHING)));
        }
    }
}
