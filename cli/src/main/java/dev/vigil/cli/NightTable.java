package dev.vigil.cli;

import java.util.List;

/** Nights as a table: the stages across, and then what is not on its way. */
public final class NightTable {
    private NightTable() {}

    /** The lines of the table. */
    public static List<String> lines(List<Night> nights) {
        Table table = new Table(
                "night",
                "unit",
                "seen",
                "announced",
                "transferred",
                "reduced",
                "recorded",
                "failed",
                "waiting",
                "stalled",
                "excluded",
                "on the way",
                "complete");
        nights.forEach(night -> table.row(
                night.night(),
                night.unit(),
                night.count("seen"),
                night.count("announced"),
                night.count("transferred"),
                night.count("reduced"),
                night.count("recorded"),
                night.count("failed"),
                night.count("waiting"),
                night.count("stalled"),
                night.count("excluded"),
                night.count("onTheWay"),
                night.complete() ? "yes" : "no"));
        return table.lines();
    }
}
