package dev.vigil.auditor;

import dev.vigil.audit.Audit;
import dev.vigil.audit.Lookout;
import dev.vigil.audit.Nights;
import dev.vigil.audit.Releases;
import dev.vigil.common.front.Front;
import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.TopicKeeper;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.run.Parts;
import dev.vigil.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;

/** The auditor: rounds over all sides, a lookout between them, and the slow reading of the archive. */
public final class AuditorService implements AutoCloseable {
    /** A deployment that has just started has other things to do. */
    private static final Duration FIRST_REST = Duration.ofMinutes(1);

    private final Parts parts;
    private final String description;

    private AuditorService(Parts parts, String description) {
        this.parts = parts;
        this.description = description;
    }

    /** Starts it; whatever it cannot reach it asks again in the next round. */
    public static AuditorService start(AuditorSettings settings) throws Exception {
        Parts parts = new Parts();
        return Parts.orClose(parts, () -> {
            Front front = parts.add(Front.open(settings.front()));
            TopicKeeper.ensure(settings.audit().kafka());
            Clock clock = Clock.systemUTC();
            Findings findings = parts.add(Findings.open(settings.audit().kafka(), front.meters(), clock));
            Ledger ledger = parts.add(Ledger.reading(settings.audit().ledger()));
            Duration rest = atMost(FIRST_REST, settings.every());
            Rounds rounds = new Rounds(new Audit(settings.audit(), Nights.ALL, clock), findings);
            parts.add(Turns.start("rounds", rest, settings.every(), rounds::round));
            Lookout lookout = new Lookout(settings.audit(), clock);
            parts.add(Turns.start(
                    "lookout",
                    atMost(FIRST_REST, settings.lookout()),
                    settings.lookout(),
                    () -> findings.looked(lookout.look())));
            if (settings.rate() > 0) {
                Place place = new Place(settings.state().resolve("scrubbed"));
                Scrubber scrubber = new Scrubber(
                        settings.audit().archive(), ledger, findings, place, settings.rate(), front.meters());
                parts.add(Turns.start("scrubber", rest, settings.every(), scrubber::pass));
            }
            if (settings.releases() && settings.rate() > 0) {
                WireFormat format = WireFormat.of(settings.audit().registry());
                EventWriter writer = parts.add(EventWriter.open(settings.audit().kafka(), format, "auditor"));
                Releases releases = new Releases(settings.audit(), Nights.ALL, clock);
                Releaser releaser = new Releaser(releases, settings.releaseAfter(), writer, settings.rate(), clock);
                parts.add(Turns.start("releaser", rest, settings.every(), releaser::round));
            }
            front.ready(
                    "archive",
                    () -> java.nio.file.Files.isDirectory(settings.audit().archive()));
            return new AuditorService(
                    parts,
                    "auditor of " + settings.audit().archive() + ", " + settings.rate() + " MB/s, health on port "
                            + front.port());
        });
    }

    private static Duration atMost(Duration most, Duration time) {
        return time.compareTo(most) < 0 ? time : most;
    }

    @Override
    public void close() {
        parts.close();
    }

    @Override
    public String toString() {
        return description;
    }
}
