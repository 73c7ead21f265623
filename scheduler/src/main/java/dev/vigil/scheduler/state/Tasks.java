package dev.vigil.scheduler.state;

import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.policy.Order;
import dev.vigil.scheduler.policy.Rank;
import dev.vigil.scheduler.policy.Urgency;
import dev.vigil.schemas.events.Lane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be done: the tasks without an outcome, those of them that stand in the queue, and those that are out. */
public final class Tasks {
    /** Behind the lanes stand those that are tried alone, and those that may not go yet. */
    private static final int ALONE = Lane.values().length;

    private static final int AFTER_NIGHT = ALONE + 1;

    private final Shelf tasks;
    private final Shelf queue;
    private final Shelf out;

    Tasks(Shelf tasks, Shelf queue, Shelf out) {
        this.tasks = tasks;
        this.queue = queue;
        this.out = out;
    }

    /** A task without an outcome. */
    public Optional<Task> get(String name) {
        return tasks.get(Key.of(name)).map(Forms::task);
    }

    /** Every task without an outcome. */
    public List<Task> all() {
        return tasks.under(new byte[0]).stream()
                .map(entry -> Forms.task(entry.value()))
                .toList();
    }

    /** Puts a task into the queue, wherever it was. */
    public void enqueue(Task task) {
        keep(task);
        queue.put(place(task), Key.of(task.name()));
    }

    /** Keeps a task that waits for its next attempt. */
    public void keep(Task task) {
        get(task.name()).ifPresent(this::withdraw);
        tasks.put(Key.of(task.name()), Forms.write(task));
    }

    /** Takes a task out of the queue and notes that it is out. */
    public void handOut(Task task, Handed handed) {
        queue.remove(place(task));
        out.put(outKey(task), Forms.write(handed));
    }

    /** How a task is out, if it is. */
    public Optional<Handed> handed(Task task) {
        return out.get(outKey(task)).map(Forms::handed);
    }

    /** Whether a task stands in the queue. */
    public boolean isQueued(Task task) {
        return queue.get(place(task)).isPresent();
    }

    /** Removes a task: it has an outcome, or is wanted no more. */
    public void remove(Task task) {
        withdraw(task);
        tasks.remove(Key.of(task.name()));
    }

    private void withdraw(Task task) {
        queue.remove(place(task));
        out.remove(outKey(task));
    }

    /** All that is out. */
    public List<Handed> out() {
        return handed(new byte[0]);
    }

    /** Whether anything is out. */
    public boolean isAnythingOut() {
        return out.first(new byte[0]).isPresent();
    }

    /** How many tasks are queued and out, by unit, desk and lane. */
    public List<Load> loads() {
        Map<Load, Load> loads = new HashMap<>();
        for (Shelf.Entry entry : queue.under(new byte[0])) {
            get(Key.text(entry.value()))
                    .ifPresent(task -> Load.add(loads, task.unit(), task.desk(), task.lane(), 1, 0));
        }
        for (Shelf.Entry entry : out.under(new byte[0])) {
            get(Forms.handed(entry.value()).task())
                    .ifPresent(task -> Load.add(loads, task.unit(), task.desk(), task.lane(), 0, 1));
        }
        return List.copyOf(loads.values());
    }

    /** What is out of a unit's desk. */
    public List<Handed> out(String unit, Desk desk) {
        return handed(new Key().then(unit).then(desk).bytes());
    }

    private List<Handed> handed(byte[] prefix) {
        return out.under(prefix).stream()
                .map(entry -> Forms.handed(entry.value()))
                .toList();
    }

    /** The next task of a lane: the most urgent kind first, within it by the order. */
    public Optional<Task> next(String unit, Desk desk, Lane lane, Order order) {
        return next(unit, desk, lane.ordinal(), order);
    }

    /** The next task of an exposure that was begun. */
    public Optional<Task> next(String unit, Desk desk, Line.Begun begun) {
        return Arrays.stream(Rank.values())
                .flatMap(rank -> queue.first(exposure(unit, desk, rank, begun)).stream())
                .findFirst()
                .flatMap(entry -> get(Key.text(entry.value())));
    }

    /** Whether anything stands in a desk's queue. */
    public boolean isAnythingQueued(String unit, Desk desk) {
        return queue.first(new Key().then(unit).then(desk).bytes()).isPresent();
    }

    /** The tasks of a desk that may go when it has a place for them. */
    public List<Task> queued(String unit, Desk desk) {
        return queue.under(new Key().then(unit).then(desk).bytes()).stream()
                .flatMap(entry -> get(Key.text(entry.value())).stream())
                .filter(task -> task.afterNight().isEmpty())
                .toList();
    }

    /** The tasks that wait for the end of a night. */
    public List<Task> afterNight(String unit, Desk desk) {
        return queue.under(new Key().then(unit).then(desk).then(AFTER_NIGHT).bytes()).stream()
                .flatMap(entry -> get(Key.text(entry.value())).stream())
                .toList();
    }

    /** Whether anything waits for the end of a night. */
    public boolean isAnythingAfterNight(String unit, Desk desk) {
        return queue.first(new Key().then(unit).then(desk).then(AFTER_NIGHT).bytes())
                .isPresent();
    }

    /** Some that stand in a lane, no more than so many, however long it is. */
    public List<Task> some(String unit, Desk desk, Lane lane, int most) {
        byte[] prefix = new Key().then(unit).then(desk).then(lane.ordinal()).bytes();
        List<Task> some = new ArrayList<>();
        Optional<Shelf.Entry> next = queue.first(prefix);
        for (int i = 0; i < most && next.isPresent(); i++) {
            get(Key.text(next.get().value())).ifPresent(some::add);
            next = Key.after(next.get().key())
                    .flatMap(queue::firstFrom)
                    .filter(entry -> Key.beginsWith(entry.key(), prefix));
        }
        return some;
    }

    /** The next task that is to be tried alone. */
    public Optional<Task> nextAlone(String unit, Desk desk, Order order) {
        return next(unit, desk, ALONE, order);
    }

    private Optional<Task> next(String unit, Desk desk, int line, Order order) {
        return Arrays.stream(Urgency.values())
                .map(urgency -> new Key().then(unit).then(desk).then(line).then(urgency))
                .flatMap(equal -> first(equal.bytes(), order).stream())
                .findFirst()
                .flatMap(entry -> get(Key.text(entry.value())));
    }

    /** The one of those that are equally urgent that is first by the order; behind its rank a key says how new it is. */
    private Optional<Shelf.Entry> first(byte[] equal, Order order) {
        Stream<Shelf.Entry> ofRanks = Arrays.stream(Rank.values())
                .map(rank -> Key.from(equal).then(rank).bytes())
                .flatMap(rank -> (order == Order.OLDEST ? queue.first(rank) : queue.last(rank)).stream());
        Comparator<Shelf.Entry> byTime = Comparator.comparing(
                entry -> Arrays.copyOfRange(entry.key(), equal.length + 1, entry.key().length),
                Arrays::compareUnsigned);
        return switch (order) {
            case PRIORITY -> ofRanks.findFirst();
            case NEWEST -> ofRanks.max(byTime);
            case OLDEST -> ofRanks.min(byTime);
        };
    }

    /** Removes what the queue or the record of what is out holds of tasks that are none, or stand elsewhere: a crash or an upgrade may leave such. */
    public void dropStrays() {
        queue.under(new byte[0]).stream()
                .filter(entry -> get(Key.text(entry.value()))
                        .filter(task -> Arrays.equals(place(task), entry.key()))
                        .isEmpty())
                .forEach(entry -> queue.remove(entry.key()));
        out.under(new byte[0]).stream()
                .filter(entry -> get(Forms.handed(entry.value()).task()).isEmpty())
                .forEach(entry -> out.remove(entry.key()));
    }

    /** Units that have a task in the queue. */
    public List<String> waitingUnits() {
        List<String> units = new ArrayList<>();
        Optional<Shelf.Entry> next = queue.first(new byte[0]);
        while (next.isPresent()) {
            String unit = Key.firstText(next.get().key());
            units.add(unit);
            next = Key.after(new Key().then(unit).bytes()).flatMap(queue::firstFrom);
        }
        return units;
    }

    private static byte[] place(Task task) {
        return new Key()
                .then(task.unit())
                .then(task.desk())
                .then(line(task))
                .then(task.urgency())
                .then(task.rank())
                .then(task.taken().toEpochMilli())
                .then(task.exposure())
                .then(task.work().name())
                .then(task.name())
                .bytes();
    }

    private static int line(Task task) {
        if (task.afterNight().isPresent()) {
            return AFTER_NIGHT;
        }
        return task.isAlone() ? ALONE : task.lane().ordinal();
    }

    private static byte[] exposure(String unit, Desk desk, Rank rank, Line.Begun begun) {
        return new Key()
                .then(unit)
                .then(desk)
                .then(begun.lane().ordinal())
                .then(Urgency.USUAL)
                .then(rank)
                .then(begun.taken().toEpochMilli())
                .then(begun.exposure())
                .bytes();
    }

    private static byte[] outKey(Task task) {
        return new Key().then(task.unit()).then(task.desk()).then(task.name()).bytes();
    }
}
