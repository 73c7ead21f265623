package dev.vigil.ingester;

import dev.vigil.common.run.Pause;
import dev.vigil.ledger.LedgerUnavailableException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the ledger: what it cannot do now is tried again until it can. */
final class Patience {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    private final Duration first;
    private final Duration longest;

    Patience(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** Something that needs the ledger. */
    interface Work<T> {
        T done() throws InterruptedException;
    }

    /** Does it, however long the ledger takes to come back. */
    <T> T until(Work<T> work) throws InterruptedException {
        Pause pause = new Pause(first, longest);
        for (int attempt = 1; ; attempt++) {
            try {
                T result = work.done();
                sayThatItIsBack(attempt);
                return result;
            } catch (LedgerUnavailableException e) {
                say(attempt, e);
                pause.sleep();
            }
        }
    }

    private static void say(int attempt, LedgerUnavailableException why) {
        if (attempt == 1) {
            LOG.warn("waiting: {}", why.getMessage());
        } else {
            LOG.debug("still waiting: {}", why.getMessage());
        }
    }

    private static void sayThatItIsBack(int attempt) {
        if (attempt > 1) {
            LOG.info("the ledger is back, after {} attempts", attempt);
        }
    }
}
