package dev.vigil.scheduler.state;

import dev.vigil.scheduler.policy.Desk;

/** What each unit's desks have handed out. */
public final class Lines {
    private final Shelf lines;

    Lines(Shelf lines) {
        this.lines = lines;
    }

    /** How a desk of a unit stands. */
    public Line get(String unit, Desk desk) {
        return lines.get(key(unit, desk)).map(Forms::line).orElse(Line.UNUSED);
    }

    /** Keeps how a desk of a unit stands, if that is new. */
    public void keep(String unit, Desk desk, Line before, Line after) {
        if (!after.equals(before)) {
            lines.put(key(unit, desk), Forms.write(after));
        }
    }

    private static byte[] key(String unit, Desk desk) {
        return new Key().then(unit).then(desk).bytes();
    }
}
