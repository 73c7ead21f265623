package dev.vigil.scheduler.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.common.settings.Hours;
import dev.vigil.scheduler.Sky;
import dev.vigil.scheduler.Workers;
import dev.vigil.scheduler.policy.Habits;
import dev.vigil.scheduler.policy.Order;
import dev.vigil.scheduler.policy.Policy;
import dev.vigil.scheduler.state.Store;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.Lane;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a unit's habits do to its transfers. */
class HabitsTest {
    private static final Sky SKY = Sky.TONIGHT;
    private static final Habits USUAL = Habits.of(Order.NEWEST, 32);

    private static TestingScheduler with(Habits transfers) {
        return new TestingScheduler(Policy.DEFAULT.withTransfers(transfers));
    }

    private static List<String> exposures(List<TransferTask> tasks) {
        return tasks.stream().map(task -> task.identity().exposure()).toList();
    }

    private static UnitAlive alive(TestingScheduler scheduler, String night) {
        return new UnitAlive(
                "7DT05",
                scheduler.now(),
                true,
                Optional.of(scheduler.now()),
                Optional.of(scheduler.now()),
                Optional.of(LocalDate.parse(night)),
                1,
                1,
                1,
                0);
    }

    @Test
    void serialFetchesTheNewestOfThoseThatWaitOneAtATime() {
        TestingScheduler scheduler = with(Habits.of(Order.NEWEST, 1));
        for (int number = 1; number <= 4; number++) {
            scheduler.tell(SKY.science(number));
        }
        for (int done = 0; done < 4; done++) {
            assertThat(scheduler.transfers()).hasSize(done + 1);
            scheduler.tell(Workers.done(scheduler.transfers().get(done)));
        }
        assertThat(exposures(scheduler.transfers()))
                .containsExactly("exposure1", "exposure4", "exposure3", "exposure2");
    }

    @Test
    void targetsOfOpportunityGoFirstWhereTheOrderIsPriority() {
        assertThat(inOrder(Order.PRIORITY))
                .containsExactly("exposure1", "exposure4", "exposure2", "exposure6", "exposure5", "exposure3");
    }

    @Test
    void targetsOfOpportunityGoInTheirTurnWhereItIsNot() {
        assertThat(inOrder(Order.NEWEST))
                .containsExactly("exposure1", "exposure6", "exposure5", "exposure4", "exposure3", "exposure2");
        assertThat(inOrder(Order.OLDEST))
                .containsExactly("exposure1", "exposure2", "exposure3", "exposure4", "exposure5", "exposure6");
    }

    /** The first goes at once; two and four are targets of opportunity. */
    private static List<String> inOrder(Order order) {
        TestingScheduler scheduler = with(Habits.of(order, 1));
        for (int number = 1; number <= 6; number++) {
            scheduler.tell(number % 2 == 0 && number < 6 ? SKY.opportunity(number) : SKY.science(number));
        }
        for (int done = 0; done < 6; done++) {
            scheduler.tell(Workers.done(scheduler.transfers().get(done)));
        }
        return exposures(scheduler.transfers());
    }

    @Test
    void whatStandsInTheQueueOfAnEarlierVersionGoesOnce() {
        TestingScheduler scheduler = with(Habits.of(Order.NEWEST, 1));
        scheduler.tell(SKY.science(1));
        scheduler.tell(SKY.science(2));
        scheduler.moveQueueToKeysWithoutRanks();
        scheduler.recover();
        scheduler.workUntilQuiet();
        assertThat(exposures(scheduler.transfers())).containsExactly("exposure1", "exposure2");
        assertThat(scheduler.contents(Store.QUEUE)).isEmpty();
    }

    @Test
    void serialTransfersLeaveTheReductionsAlone() {
        TestingScheduler scheduler = with(Habits.of(Order.NEWEST, 1));
        for (int number = 1; number <= 4; number++) {
            scheduler.tell(SKY.science(number));
        }
        for (int done = 0; done < 4; done++) {
            scheduler.tell(Workers.done(scheduler.transfers().get(done)));
        }
        assertThat(scheduler.reductions()).hasSize(4);
    }

    @Test
    void theNextBundleGoesWhenAllOfTheLastHaveCome() {
        TestingScheduler scheduler = with(new Habits(Order.NEWEST, 32, 4, 0, 0, Hours.ANY));
        for (int number = 1; number <= 7; number++) {
            scheduler.tell(SKY.science(number));
        }
        assertThat(exposures(scheduler.transfers()))
                .containsExactly("exposure1", "exposure2", "exposure3", "exposure4");
        List<TransferTask> first = scheduler.transfers();
        first.subList(0, 3).forEach(task -> scheduler.tell(Workers.done(task)));
        assertThat(scheduler.transfers()).hasSize(4);
        scheduler.tell(Workers.done(first.get(3)));
        assertThat(exposures(scheduler.transfers()).subList(4, 7))
                .containsExactly("exposure7", "exposure6", "exposure5");
    }

    @Test
    void allFramesOfAnExposureGoBeforeANewerOneBegins() {
        TestingScheduler scheduler = with(Habits.of(Order.NEWEST, 1));
        scheduler.tell(SKY.science(1));
        for (int ccd = 0; ccd < 5; ccd++) {
            scheduler.tell(SKY.member(2, ccd));
        }
        scheduler.tell(Workers.done(scheduler.transfers().get(0)));
        for (int ccd = 0; ccd < 5; ccd++) {
            scheduler.tell(SKY.member(3, ccd));
        }
        for (int done = 1; done < 11; done++) {
            scheduler.tell(Workers.done(scheduler.transfers().get(done)));
        }
        assertThat(exposures(scheduler.transfers()).subList(1, 6)).containsOnly("exposure2");
        assertThat(exposures(scheduler.transfers()).subList(6, 11)).containsOnly("exposure3");
    }

    @Test
    void soManyExposuresBeginInAMinuteAndTheFramesOfEachCountOnce() {
        TestingScheduler scheduler = with(new Habits(Order.OLDEST, 100, 0, 3, 0, Hours.ANY));
        for (int exposure = 1; exposure <= 4; exposure++) {
            for (int ccd = 0; ccd < 6; ccd++) {
                scheduler.tell(SKY.member(exposure, ccd));
            }
        }
        assertThat(scheduler.transfers()).hasSize(6);
        scheduler.pass(Duration.ofSeconds(59));
        assertThat(new HashSet<>(exposures(scheduler.transfers()))).hasSize(3);
        assertThat(scheduler.transfers()).hasSize(18);
        scheduler.pass(Duration.ofSeconds(30));
        assertThat(scheduler.transfers()).hasSize(24);
    }

    @Test
    void theLineCarriesNoMoreThanItMayAndARestartForgetsNothing() {
        TestingScheduler scheduler = with(USUAL.atRate(409));
        for (int number = 1; number <= 20; number++) {
            scheduler.tell(SKY.science(number));
        }
        assertThat(scheduler.transfers()).hasSize(1);
        scheduler.recover();
        scheduler.pass(Duration.ofSeconds(100));
        assertThat(scheduler.transfers()).hasSizeBetween(10, 12);
        scheduler.pass(Duration.ofSeconds(120));
        assertThat(new HashSet<>(exposures(scheduler.transfers()))).hasSize(20);
    }

    @Test
    void nothingGoesWhileObserversAreNotToBeDisturbedAndAllOfItAfterwards() {
        TestingScheduler scheduler =
                with(new Habits(Order.NEWEST, 32, 0, 0, 0, Hours.parse("not 18:00-06:00 America/Santiago")));
        Instant dawn = Instant.parse("2026-11-20T09:00:00Z");
        scheduler.tell(SKY.science(1));
        scheduler.tell(SKY.science(2));
        scheduler.pass(Duration.between(Sky.EVENING, dawn.minusSeconds(1)));
        assertThat(scheduler.transfers()).isEmpty();
        scheduler.pass(Duration.ofSeconds(2));
        assertThat(exposures(scheduler.transfers())).containsExactly("exposure2", "exposure1");
    }

    @Test
    void whoWaitsForTheHoursSaysWhenTheyOpen() {
        TestingScheduler scheduler =
                with(new Habits(Order.NEWEST, 32, 0, 0, 0, Hours.parse("not 18:00-06:00 America/Santiago")));
        scheduler.tell(SKY.science(1));
        scheduler.tell(SKY.science(2));
        scheduler.pass(Duration.ofMinutes(1));
        assertThat(scheduler.recover()).isEmpty();
        scheduler.pass(Duration.ofMinutes(1));
        assertThat(scheduler.said(Topics.FRAMES_WAITING))
                .hasSize(2)
                .allMatch(waiting -> waiting.awaited() == Awaited.HOURS && !waiting.over())
                .allMatch(waiting -> waiting.what().equals("the hours of 7DT05, which open at 2026-11-20T09:00:00Z"))
                .allMatch(waiting -> waiting.state().contains("not 18:00-06:00 America/Santiago"));
        scheduler.pass(Duration.between(scheduler.now(), Instant.parse("2026-11-20T09:00:01Z")));
        assertThat(scheduler.said(Topics.FRAMES_WAITING).subList(2, 4)).allMatch(FrameWaiting::over);
        scheduler.transferAll();
        assertThat(scheduler.said(Topics.FRAMES_WAITING))
                .filteredOn(waiting -> waiting.awaited() == Awaited.HOURS)
                .hasSize(4);
    }

    @Test
    void whatTheHoursLeftOverWaitsForTheNextOnesVisibly() {
        TestingScheduler scheduler =
                with(new Habits(Order.NEWEST, 1, 0, 0, 0, Hours.parse("not 18:00-06:00 America/Santiago")));
        scheduler.pass(Duration.between(Sky.EVENING, Instant.parse("2026-11-20T20:59:00Z")));
        for (int number = 1; number <= 3; number++) {
            scheduler.tell(SKY.science(number));
        }
        assertThat(scheduler.said(Topics.FRAMES_WAITING)).isEmpty();
        scheduler.pass(Duration.ofMinutes(2));
        assertThat(scheduler.said(Topics.FRAMES_WAITING))
                .hasSize(2)
                .allMatch(waiting -> waiting.what().endsWith("open at 2026-11-21T09:00:00Z"));
    }

    @Test
    void hoursThatAreSetAnewLetGoWhatWaitedForTheOldOnes() {
        TestingScheduler closed =
                with(new Habits(Order.NEWEST, 32, 0, 0, 0, Hours.parse("not 18:00-06:00 America/Santiago")));
        closed.tell(SKY.science(1));
        TestingScheduler open = closed.withPolicy(Policy.DEFAULT);
        assertThat(open.recover())
                .extracting(Decision::event)
                .singleElement()
                .isInstanceOfSatisfying(
                        FrameWaiting.class,
                        waiting -> assertThat(waiting.over()).isTrue());
        open.pass(Duration.ofSeconds(1));
        assertThat(open.transfers()).hasSize(1);
    }

    @Test
    void afterTheNightAllOfItGoesAndTheWaitWasVisible() {
        TestingScheduler scheduler = with(new Habits(Order.NEWEST, 32, 0, 0, 0, Hours.AFTER_NIGHT));
        scheduler.tell(SKY.science(1));
        scheduler.tell(SKY.science(2));
        scheduler.tell(alive(scheduler, "2026-11-19"));
        scheduler.pass(Duration.ofMinutes(5));
        assertThat(scheduler.transfers()).isEmpty();
        assertThat(scheduler.said(Topics.FRAMES_WAITING))
                .hasSize(2)
                .allMatch(waiting -> waiting.awaited() == Awaited.HOURS && !waiting.over())
                .allMatch(waiting ->
                        waiting.what().equals("the end of night 2026-11-19, at 2026-11-21T00:00:00Z at the latest"));
        scheduler.tell(alive(scheduler, "2026-11-20"));
        assertThat(exposures(scheduler.transfers())).containsExactly("exposure2", "exposure1");
        assertThat(scheduler.said(Topics.FRAMES_WAITING)).hasSize(4).last().matches(waiting -> waiting.over());
    }

    @Test
    void whatStandsInTheQueueWhenAfterTheNightIsSetAnewWaitsForThatToo() {
        TestingScheduler parallel = with(Habits.of(Order.NEWEST, 1));
        for (int number = 1; number <= 3; number++) {
            parallel.tell(SKY.science(number));
        }
        TestingScheduler afterwards = parallel.withPolicy(
                Policy.DEFAULT.withTransfers(new Habits(Order.NEWEST, 32, 0, 0, 0, Hours.AFTER_NIGHT)));
        assertThat(afterwards.recover())
                .extracting(Decision::event)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                FrameWaiting.class,
                                waiting -> assertThat(waiting.what()).startsWith("the end of night 2026-11-19")));
        assertThat(afterwards.recover()).isEmpty();
        afterwards.pass(Duration.ofMinutes(1));
        assertThat(afterwards.transfers()).isEmpty();
        afterwards.tell(alive(afterwards, "2026-11-20"));
        assertThat(exposures(afterwards.transfers())).containsExactly("exposure3", "exposure2");
    }

    @Test
    void afterTheNightMeansNothingForOneThatIsLongOver() {
        TestingScheduler scheduler = with(new Habits(Order.NEWEST, 32, 0, 0, 0, Hours.AFTER_NIGHT));
        scheduler.tell(SKY.withNight(LocalDate.parse("2026-11-01")).science(1));
        assertThat(scheduler.transfers()).hasSize(1);
    }

    @Test
    void ofATelescopeThatFellSilentTheFilesGoWhenTheNightIsOverEverywhere() {
        TestingScheduler scheduler = with(new Habits(Order.NEWEST, 32, 0, 0, 0, Hours.AFTER_NIGHT));
        scheduler.tell(SKY.science(1));
        scheduler.pass(Duration.between(Sky.EVENING, Instant.parse("2026-11-20T23:59:00Z")));
        assertThat(scheduler.transfers()).isEmpty();
        scheduler.pass(Duration.ofMinutes(2));
        assertThat(scheduler.transfers()).hasSize(1);
    }

    @Test
    void withOnePlaceBackfillAndLiveTakeTurns() {
        TestingScheduler scheduler = with(Habits.of(Order.NEWEST, 1));
        Sky old = SKY.withNight(LocalDate.parse("2026-11-01"));
        for (int number = 1; number <= 12; number++) {
            scheduler.tell(old.science(number));
            scheduler.tell(SKY.science(number));
        }
        for (int done = 0; done < 24; done++) {
            scheduler.tell(Workers.done(scheduler.transfers().get(done)));
        }
        List<Lane> lanes =
                scheduler.transfers().stream().map(TransferTask::lane).toList();
        assertThat(lanes).hasSize(24);
        assertThat(lanes.subList(0, 15).stream().filter(lane -> lane == Lane.BACKFILL))
                .hasSize(3);
    }

    /** Whatever the habits: every frame goes in the end, no limit is passed, and of two lanes that wait neither waits twice. */
    @Property(tries = 200)
    void nothingThatWasPassedByIsLostAndNoLimitIsExceeded(
            @ForAll long seed,
            @ForAll Order order,
            @ForAll @IntRange(min = 1, max = 6) int limit,
            @ForAll @IntRange(max = 3) int bundle,
            @ForAll boolean paced) {
        Habits habits = new Habits(order, limit, bundle, paced ? 20 : 0, paced ? 2_000 : 0, Hours.ANY);
        TestingScheduler scheduler = with(habits);
        List<FrameAnnounced> frames = frames(new Random(seed));
        Random random = new Random(seed);
        List<TransferTask> open = new ArrayList<>();
        int heard = 0;
        int next = 0;
        for (int step = 0; step < 4_000 && (next < frames.size() || !open.isEmpty() || step < 2_000); step++) {
            if (next < frames.size() && random.nextInt(3) == 0) {
                scheduler.tell(frames.get(next++));
            }
            if (!open.isEmpty() && random.nextInt(2) == 0) {
                scheduler.tell(Workers.done(open.remove(random.nextInt(open.size()))));
            }
            if (random.nextInt(4) == 0) {
                scheduler.pass(Duration.ofSeconds(1));
            }
            List<TransferTask> all = scheduler.transfers();
            open.addAll(all.subList(heard, all.size()));
            heard = all.size();
            assertThat(open).hasSizeLessThanOrEqualTo(limit);
            if (bundle > 0) {
                assertThat(new HashSet<>(exposures(open))).hasSizeLessThanOrEqualTo(bundle);
            }
        }
        Set<String> fetched = new HashSet<>();
        scheduler
                .transfers()
                .forEach(task -> fetched.add(task.identity().frame().value()));
        assertThat(fetched).hasSize(frames.size());
        assertThat(scheduler.transfers()).hasSize(frames.size());
    }

    private static List<FrameAnnounced> frames(Random random) {
        Sky old = SKY.withNight(LocalDate.parse("2026-11-01"));
        List<FrameAnnounced> frames = new ArrayList<>();
        for (int exposure = 1; exposure <= 12; exposure++) {
            int members = 1 + random.nextInt(3);
            for (int ccd = 0; ccd < members; ccd++) {
                frames.add((random.nextInt(3) == 0 ? old : SKY).member(exposure, ccd));
            }
        }
        return frames;
    }

    /** With one place, and where both wait: never two of backfill one after the other, and never more live tasks than its share allows. */
    @Property(tries = 100)
    void backfillNeverStarvesAndNeverDelaysLiveByMoreThanOneTask(@ForAll long seed, @ForAll boolean paced) {
        TestingScheduler scheduler = with(Habits.of(Order.NEWEST, 1).atRate(paced ? 4_096 : 0));
        Sky old = SKY.withNight(LocalDate.parse("2026-11-01"));
        Random random = new Random(seed);
        int live = 0;
        int backfill = 0;
        int liveSince = 0;
        int done = 0;
        boolean lastWasBackfillWhileLiveWaited = false;
        for (int step = 0; step < 150; step++) {
            if (random.nextInt(3) > 0) {
                scheduler.tell(SKY.science(++live));
            }
            if (random.nextBoolean()) {
                scheduler.tell(old.science(++backfill));
            }
            int handed = scheduler.transfers().size();
            if (done == handed) {
                scheduler.pass(Duration.ofSeconds(1));
                continue;
            }
            List<TransferTask> tasks = scheduler.transfers();
            long liveOut =
                    tasks.stream().filter(task -> task.lane() == Lane.LIVE).count();
            boolean liveWaits = liveOut < live;
            boolean backfillWaits = tasks.size() - liveOut < backfill;
            scheduler.tell(Workers.done(tasks.get(done++)));
            scheduler.pass(Duration.ofSeconds(3));
            List<TransferTask> after = scheduler.transfers();
            if (after.size() > tasks.size() && liveWaits && backfillWaits) {
                boolean isBackfill = after.get(after.size() - 1).lane() == Lane.BACKFILL;
                assertThat(isBackfill && lastWasBackfillWhileLiveWaited).isFalse();
                liveSince = isBackfill ? 0 : liveSince + 1;
                assertThat(liveSince).isLessThanOrEqualTo(4);
                lastWasBackfillWhileLiveWaited = isBackfill;
            } else {
                lastWasBackfillWhileLiveWaited = false;
                liveSince = 0;
            }
        }
    }
}
