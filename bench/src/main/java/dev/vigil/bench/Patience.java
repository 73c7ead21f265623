package dev.vigil.bench;

import dev.vigil.cli.terminal.ProgressBar;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Predicate;

/** Waits for a night, and gives up when nothing has changed for a long time. */
final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final RunningAllInOne allInOne;
    private final LedgerWatch ledger;
    private final String unit;
    private Memory most = Memory.NONE;

    Patience(RunningAllInOne allInOne, LedgerWatch ledger, String unit) {
        this.allInOne = allInOne;
        this.ledger = ledger;
        this.unit = unit;
    }

    LedgerWatch.Standing until(Predicate<LedgerWatch.Standing> over, ProgressBar bar)
            throws IOException, SQLException, InterruptedException {
        LedgerWatch.Standing standing = ledger.of(unit);
        long changed = System.nanoTime();
        while (!over.test(standing)) {
            Thread.sleep(LOOK_AGAIN.toMillis());
            allInOne.mustRun();
            most = most.most(allInOne.servers().memory());
            LedgerWatch.Standing now = ledger.of(unit);
            changed = now.equals(standing) ? changed : System.nanoTime();
            standing = now;
            bar.show(standing.recorded());
            if (System.nanoTime() - changed > LONGEST.toNanos()) {
                throw new IOException("nothing changes any more: " + standing + "; not recorded: "
                        + String.join("; ", ledger.open(unit)));
            }
        }
        bar.end();
        return standing;
    }

    /** The most memory that was in hand while it waited. */
    Memory mostMemory() {
        return most;
    }
}
