package dev.vigil.schemas.events;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Take the files of past nights that the producer would otherwise leave alone, because they are older than its setting says.
 *
 * @param since the first night
 * @param until the last night
 * @param dryRun only count them
 */
public record BackfillNights(LocalDate since, LocalDate until, boolean dryRun) implements Wish {
    public BackfillNights {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
    }
}
