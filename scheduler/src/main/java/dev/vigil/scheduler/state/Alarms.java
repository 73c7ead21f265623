package dev.vigil.scheduler.state;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** The alarms, in the order of their times. */
public final class Alarms {
    private static final int PURPOSE = Long.BYTES;

    private final Shelf alarms;

    Alarms(Shelf alarms) {
        this.alarms = alarms;
    }

    /** Sets an alarm; setting it twice is setting it once, and the second time the answer is no. */
    public boolean set(Alarm alarm) {
        byte[] key = new Key()
                .then(alarm.at().toEpochMilli())
                .then(alarm.purpose())
                .then(alarm.subject())
                .bytes();
        boolean isNew = alarms.get(key).isEmpty();
        if (isNew) {
            alarms.put(key, new byte[0]);
        }
        return isNew;
    }

    /** Takes the next alarm whose time has come. */
    public Optional<Alarm> takeDue(Instant now) {
        Optional<Shelf.Entry> first =
                alarms.first(new byte[0]).filter(entry -> Key.number(entry.key()) <= now.toEpochMilli());
        first.ifPresent(entry -> alarms.remove(entry.key()));
        return first.map(entry -> alarm(entry.key()));
    }

    /** When the next alarm rings. */
    public Optional<Instant> next() {
        return alarms.first(new byte[0]).map(entry -> Instant.ofEpochMilli(Key.number(entry.key())));
    }

    private static Alarm alarm(byte[] key) {
        String subject = new String(key, PURPOSE + 1, key.length - PURPOSE - 2, StandardCharsets.UTF_8);
        return new Alarm(Instant.ofEpochMilli(Key.number(key)), Alarm.Purpose.values()[key[PURPOSE]], subject);
    }
}
