package dev.vigil.cli.products;

import dev.vigil.cli.terminal.Table;
import dev.vigil.ledger.MasterStanding;
import dev.vigil.ledger.MasterStanding.Made;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines masters up for a terminal. */
final class MasterTable {
    private MasterTable() {}

    static List<String> lines(List<MasterStanding> masters, Instant now) {
        Table table = new Table("master", "night", "for", "frames", "days old", "standing", "");
        masters.forEach(master -> table.row(
                master.master(),
                master.night().map(String::valueOf).orElse("-"),
                fits(master),
                frames(master),
                age(master, now),
                standing(master),
                remarks(master)));
        return table.lines();
    }

    private static String fits(MasterStanding master) {
        String words = Stream.concat(
                        master.filter().stream(),
                        master.exposureTime().map(time -> number(time.toMillis() / 1000.0) + " s").stream())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "-" : words;
    }

    private static String frames(MasterStanding master) {
        if (master.standing() != Made.BUILT) {
            return "-";
        }
        return master.inputsUsed() + (master.inputsUsed() == master.inputs() ? "" : " of " + master.inputs());
    }

    private static String age(MasterStanding master, Instant now) {
        return master.middle()
                .map(middle -> number(Duration.between(middle, now).toMinutes() / 1440.0))
                .orElse("-");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String standing(MasterStanding master) {
        if (master.standing() != Made.BUILT) {
            return master.standing().name().toLowerCase(Locale.ROOT);
        }
        return master.good().map(good -> good ? "good" : "not good").orElse("not checked");
    }

    private static String remarks(MasterStanding master) {
        String failed = String.join(", ", master.remarks());
        return master.reason().orElse(failed.isEmpty() ? "" : master.notPassed() + failed);
    }
}
