package dev.vigil.scheduler.state;

import dev.vigil.scheduler.policy.Desk;
import dev.vigil.schemas.events.Lane;
import java.util.Map;
import java.util.Objects;

/**
 * How much a unit has in a lane of a desk.
 *
 * @param unit the unit
 * @param desk the desk
 * @param lane the lane
 * @param queued tasks in the queue
 * @param out tasks that are out
 */
public record Load(String unit, Desk desk, Lane lane, int queued, int out) {
    public Load {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(desk, "desk");
        Objects.requireNonNull(lane, "lane");
    }

    static void add(Map<Load, Load> loads, String unit, Desk desk, Lane lane, int queued, int out) {
        Load place = new Load(unit, desk, lane, 0, 0);
        Load before = loads.getOrDefault(place, place);
        loads.put(place, new Load(unit, desk, lane, before.queued + queued, before.out + out));
    }
}
