package dev.vigil.scheduler.decision;

import dev.vigil.common.queues.Held;
import dev.vigil.common.settings.Hours;
import dev.vigil.scheduler.state.Line;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Why nothing of what is queued goes now.
 *
 * @param by what holds it
 * @param why the same in a sentence, with the figure of the setting
 * @param until when the next may go, where that is known
 */
record Hold(Held by, String why, Optional<Instant> until) {
    /** Nothing does. */
    static final Hold NOTHING = of(Held.NOTHING, "the next goes at once");

    /** Each frame that waits for its night's end says which night that is. */
    static final Hold NIGHT = of(Held.NIGHT, "they go once their night is over");

    /** What is out is tried alone. */
    static final Hold ALONE = of(Held.ALONE, "one that a worker was lost over is tried alone");

    /** What is next is to be tried alone. */
    static final Hold BEFORE_ONE_ALONE = of(Held.ALONE, "the next is tried alone, once those that are out have come");

    /** Whether the telescope's side is back is being tried. */
    static final Hold DOUBT = of(Held.SOURCE, "the telescope's side could not be reached, and one file tries it");

    private static final String[] UNITS = {"B/s", "kB/s", "MB/s", "GB/s"};
    private static final int THOUSAND = 1000;
    private static final MathContext DIGITS = new MathContext(4);

    Hold {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(until, "until");
    }

    private static Hold of(Held by, String why) {
        return new Hold(by, why, Optional.empty());
    }

    static Hold ofHours(Hours hours, Instant opens) {
        return new Hold(Held.HOURS, "the hours are " + hours, Optional.of(opens));
    }

    static Hold ofRest(Line.Rest rest) {
        return new Hold(
                Held.REST,
                "the archive takes nothing, for want of " + rest.what() + ": " + rest.state(),
                Optional.of(rest.until()));
    }

    static Hold ofSource(Instant until) {
        return new Hold(Held.SOURCE, "the telescope's side could not be reached", Optional.of(until));
    }

    static Hold ofLimit(int limit) {
        return of(Held.LIMIT, "no more than " + limit + " may be out at once");
    }

    /** Backfill has fewer places than there are. */
    static Hold ofShare(int limit) {
        return of(Held.LIMIT, "no more than " + limit + " of backfill may be out at once");
    }

    static Hold ofRate(long bytesPerSecond, Instant paid) {
        return new Hold(Held.RATE, "the line may carry " + rate(bytesPerSecond), Optional.of(paid));
    }

    static Hold ofExposures(double perMinute, Instant paid) {
        String exposures = plain(BigDecimal.valueOf(perMinute)) + (perMinute == 1 ? " exposure" : " exposures");
        return new Hold(Held.EXPOSURES, exposures + " may begin in a minute", Optional.of(paid));
    }

    static Hold ofBundle(int bundle) {
        String exposures = bundle == 1 ? "1 exposure goes" : bundle + " exposures go";
        return of(Held.BUNDLE, exposures + " at a time, the next when all of these have come");
    }

    private static String rate(long bytesPerSecond) {
        BigDecimal rate = BigDecimal.valueOf(bytesPerSecond);
        int unit = 0;
        while (rate.compareTo(BigDecimal.valueOf(THOUSAND)) >= 0 && unit < UNITS.length - 1) {
            rate = rate.movePointLeft(3);
            unit++;
        }
        return plain(rate.round(DIGITS)) + " " + UNITS[unit];
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
