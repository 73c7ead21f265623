package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.Sky;
import dev.vigil.scheduler.Workers;
import dev.vigil.scheduler.policy.Policies;
import dev.vigil.scheduler.policy.Policy;
import dev.vigil.scheduler.state.InMemoryShelf;
import dev.vigil.scheduler.state.Key;
import dev.vigil.scheduler.state.Shelf;
import dev.vigil.scheduler.state.State;
import dev.vigil.scheduler.state.Store;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.LookedInVain;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterFailed;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A scheduler with its state in memory and its clock in the test's hand. It remembers all that was decided. */
final class TestingScheduler {
    private final Map<Store, InMemoryShelf> shelves;
    private final List<Decision<?>> decided = new ArrayList<>();
    private final State state;
    private final Scheduler scheduler;
    private Instant now;

    TestingScheduler(Policy policy) {
        this(policy, new EnumMap<>(Store.class), Sky.EVENING);
    }

    private TestingScheduler(Policy policy, Map<Store, InMemoryShelf> shelves, Instant now) {
        this.shelves = shelves;
        this.state = State.on(this::shelf, new AvroForm());
        this.scheduler = new Scheduler(state, Policies.usual(policy));
        this.now = now;
    }

    /** The same after a start with other settings. */
    TestingScheduler withPolicy(Policy policy) {
        return new TestingScheduler(policy, shelves, now);
    }

    private Shelf shelf(Store store) {
        return shelves.computeIfAbsent(store, any -> new InMemoryShelf());
    }

    State state() {
        return state;
    }

    Instant now() {
        return now;
    }

    /** Tells one piece of news. */
    List<Decision<?>> tell(Object news) {
        List<Decision<?>> decisions = hear(news);
        decided.addAll(decisions);
        return decisions;
    }

    void tellAll(List<?> news) {
        news.forEach(this::tell);
    }

    private List<Decision<?>> hear(Object news) {
        if (news instanceof FrameAnnounced event) {
            return scheduler.on(event, now);
        }
        if (news instanceof FrameTransferred event) {
            return scheduler.on(event, now);
        }
        if (news instanceof FrameReduced event) {
            return scheduler.on(event, now);
        }
        if (news instanceof FrameFailed event) {
            return scheduler.on(event, now);
        }
        if (news instanceof FrameRecorded event) {
            return scheduler.on(event, now);
        }
        if (news instanceof LookedInVain event) {
            return scheduler.on(event, now);
        }
        if (news instanceof FrameWaiting event) {
            return scheduler.on(event, now);
        }
        if (news instanceof MasterBuilt event) {
            return scheduler.on(event, now);
        }
        if (news instanceof MasterFailed event) {
            return scheduler.on(event, now);
        }
        if (news instanceof Request event) {
            return scheduler.on(event, now);
        }
        return scheduler.on((UnitAlive) news, now);
    }

    /** Lets time pass, a second at a time. */
    void pass(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plusSeconds(1);
            decided.addAll(scheduler.tick(now));
        }
    }

    List<Decision<?>> recover() {
        return scheduler.recover(now);
    }

    List<Decision<?>> sendAgain() {
        return scheduler.sendAgain(now, now.plusMillis(1));
    }

    /** All that was said on a topic. */
    <T> List<T> said(Topic<T> topic) {
        return decided.stream()
                .filter(decision -> decision.topic() == topic)
                .map(decision -> topic.type().cast(decision.event()))
                .toList();
    }

    <T> T lastSaid(Topic<T> topic) {
        List<T> all = said(topic);
        return all.get(all.size() - 1);
    }

    List<TransferTask> transfers() {
        return said(Topics.WORK_TRANSFERS);
    }

    List<ReductionTask> reductions() {
        return said(Topics.WORK_REDUCTIONS);
    }

    /** The names of all tasks that were handed out, in order. */
    List<String> handedOut() {
        return decided.stream()
                .filter(decision ->
                        decision.topic() == Topics.WORK_TRANSFERS || decision.topic() == Topics.WORK_REDUCTIONS)
                .map(Decision::key)
                .toList();
    }

    List<RequestAnswered> answers() {
        return said(Topics.REQUESTS_ANSWERED);
    }

    /** Forgets what was said so far. */
    void listenAnew() {
        decided.clear();
    }

    /** Answers every transfer that was handed out since the last call of {@link #listenAnew}. */
    void transferAll() {
        transfers().forEach(task -> tell(Workers.done(task)));
    }

    /** The answer of a worker that does everything well. */
    static Object answer(Object task) {
        if (task instanceof TransferTask transfer) {
            return Workers.done(transfer);
        }
        ReductionTask reduction = (ReductionTask) task;
        return reduction.work() instanceof BuildMaster ? Workers.built(reduction) : Workers.done(reduction);
    }

    /** Lets good workers do all that is handed out, and time pass, until nothing more happens; returns what the workers said. */
    List<Object> workUntilQuiet() {
        List<Object> answers = new ArrayList<>();
        int done = 0;
        for (int quiet = 0; quiet < 60; quiet++) {
            List<Decision<?>> tasks = decided.stream()
                    .filter(decision ->
                            decision.topic() == Topics.WORK_TRANSFERS || decision.topic() == Topics.WORK_REDUCTIONS)
                    .toList();
            for (; done < tasks.size(); done++) {
                Object answer = answer(tasks.get(done).event());
                answers.add(answer);
                tell(answer);
                quiet = 0;
            }
            pass(Duration.ofSeconds(1));
        }
        return answers;
    }

    /** As queues were kept before targets of opportunity had a rank: the byte behind unit, desk, line and urgency was not there. */
    void moveQueueToKeysWithoutRanks() {
        Shelf queue = shelf(Store.QUEUE);
        for (Shelf.Entry entry : queue.under(new byte[0])) {
            byte[] key = entry.key();
            int rank = new Key().then("7DT05").bytes().length + 1 + Long.BYTES + 1;
            byte[] old = Arrays.copyOf(key, key.length - 1);
            System.arraycopy(key, rank + 1, old, rank, key.length - rank - 1);
            queue.remove(key);
            queue.put(old, entry.value());
        }
    }

    /** Everything in a store, as text. */
    Map<String, String> contents(Store store) {
        Map<String, String> contents = new TreeMap<>();
        shelf(store)
                .under(new byte[0])
                .forEach(entry -> contents.put(
                        HexFormat.of().formatHex(entry.key()), HexFormat.of().formatHex(entry.value())));
        return contents;
    }

    Map<Store, Map<String, String>> contents() {
        Map<Store, Map<String, String>> contents = new EnumMap<>(Store.class);
        for (Store store : Store.values()) {
            contents.put(store, contents(store));
        }
        return contents;
    }
}
