package dev.vigil.scheduler.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.scheduler.Sky;
import dev.vigil.scheduler.state.Store;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.Need;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** At-least-once delivery, killed anywhere: whatever is told again, or in another order between topics, leads to the same. */
class ReplayTest {
    private static final Sky SKY = Sky.TONIGHT;

    /** The stores that must be empty when all is done. */
    private static final List<Store> PENDING = List.of(Store.FRAMES, Store.TASKS, Store.QUEUE, Store.OUT, Store.WAITS);

    @Property(tries = 150)
    void aReplayOntoANewerStateChangesNothing(@ForAll long seed) {
        replayAgainAndAgain(seed);
    }

    /** In this night a source could not be reached in the same attempt of two rounds. */
    @Example
    void aWaitThatWasSaidBeforeAPersonAskedAgainSaysNothingOfTheNewRound() {
        replayAgainAndAgain(27696);
    }

    private static void replayAgainAndAgain(long seed) {
        RandomNight night = new RandomNight(seed);
        Random random = new Random(seed);
        for (int step = 0; step < 120; step++) {
            night.step();
            if (step % 10 == 9) {
                replay(night, random);
            }
        }
    }

    /** Either all since a committed offset, or any of it in any order. */
    private static void replay(RandomNight night, Random random) {
        List<Object> news = night.news();
        List<Object> again = new ArrayList<>(news.subList(random.nextInt(news.size() + 1), news.size()));
        if (random.nextBoolean()) {
            Collections.shuffle(again, random);
        }
        var before = night.scheduler().contents();
        for (Object piece : again) {
            assertThat(night.scheduler().tell(piece))
                    .as("decided again because of %s", piece)
                    .isEmpty();
        }
        assertThat(night.scheduler().contents()).isEqualTo(before);
    }

    @Property(tries = 500)
    void recoveringFromWhatIsWholeChangesNothing(@ForAll long seed) {
        RandomNight night = new RandomNight(seed);
        for (int step = 0; step < 80; step++) {
            night.step();
        }
        var before = night.scheduler().contents();
        assertThat(night.scheduler().recover()).isEmpty();
        var after = night.scheduler().contents();
        before.remove(Store.ALARMS);
        after.remove(Store.ALARMS);
        assertThat(after).isEqualTo(before);
    }

    @Property(tries = 150)
    void inWhateverOrderTopicsAreReadTheSameComesOfIt(@ForAll long seed) {
        Random random = new Random(seed);
        TestingScheduler first = new TestingScheduler(RandomNight.POLICY);
        List<Object> news = new ArrayList<>(frames(random));
        first.tellAll(news);
        news.addAll(first.workUntilQuiet());
        TestingScheduler second = new TestingScheduler(RandomNight.POLICY);
        second.tellAll(interleaved(news, random));
        second.workUntilQuiet();
        for (Store store : PENDING) {
            assertThat(first.contents(store)).as("first: %s", store).isEmpty();
            assertThat(second.contents(store)).as("second: %s", store).isEmpty();
        }
        assertThat(second.contents(Store.REVISIONS)).isEqualTo(first.contents(Store.REVISIONS));
        assertThat(second.contents(Store.MASTERS).keySet())
                .isEqualTo(first.contents(Store.MASTERS).keySet());
        assertThat(firstRound(first)).containsAll(firstRound(second));
    }

    private static Set<String> firstRound(TestingScheduler scheduler) {
        return new TreeSet<>(scheduler.handedOut());
    }

    private static List<FrameAnnounced> frames(Random random) {
        List<FrameAnnounced> frames = new ArrayList<>();
        Sky sky = SKY.needing(
                Sky.need(MasterKind.BIAS, Need.REQUIRED),
                Sky.need(MasterKind.DARK, Need.OPTIONAL),
                Sky.need(MasterKind.FLAT, Need.REQUIRED));
        for (int number = 1; number <= 4; number++) {
            frames.add(SKY.bias(number));
            frames.add(SKY.dark(number, 100));
            frames.add(SKY.flat(number, "r"));
            frames.add(sky.science(number));
            frames.add(SKY.excluded(number));
        }
        Collections.shuffle(frames, random);
        return frames;
    }

    /** The same news, in order within a topic but in any order between topics, and some of it twice. */
    private static List<Object> interleaved(List<Object> news, Random random) {
        Map<Class<?>, Deque<Object>> topics = new LinkedHashMap<>();
        for (Object piece : news) {
            Deque<Object> topic = topics.computeIfAbsent(piece.getClass(), any -> new ArrayDeque<>());
            topic.add(piece);
            if (random.nextInt(5) == 0) {
                topic.add(piece);
            }
        }
        List<Deque<Object>> rest = new ArrayList<>(topics.values());
        List<Object> interleaved = new ArrayList<>();
        while (!rest.isEmpty()) {
            Deque<Object> topic = rest.get(random.nextInt(rest.size()));
            interleaved.add(topic.remove());
            rest.removeIf(Deque::isEmpty);
        }
        return interleaved;
    }
}
