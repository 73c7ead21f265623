package dev.vigil.cli.requests;

import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.Newest;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.Config;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Hears whether a unit's producer speaks, and what it says of its disk. */
final class ProducerVoice implements AutoCloseable {
    private static final Duration LATELY = Duration.ofMinutes(1);
    private static final Duration A_MOMENT = Duration.ofMillis(50);
    private static final String SILENT = "its producer says nothing; start it, or see to its log";

    private final WireFormat format;
    private final String unit;
    private final Newest<UnitAlive> words;
    private final Duration patience;
    private final Clock clock;
    private Optional<UnitAlive> last = Optional.empty();
    private Instant heard;
    private boolean isSilent;

    private ProducerVoice(WireFormat format, String unit, Newest<UnitAlive> words, Duration patience, Clock clock) {
        this.format = format;
        this.unit = unit;
        this.words = words;
        this.patience = patience;
        this.clock = clock;
        this.heard = clock.instant();
    }

    /** Listens to the producer of a unit; within the time of patience one that runs says something. */
    static ProducerVoice of(Config config, String unit, Duration patience) {
        Clock clock = Clock.systemUTC();
        Newest<UnitAlive> words = Newest.since(
                config.read(KafkaSettings::from),
                Topics.UNITS_ALIVE,
                clock.instant().minus(LATELY));
        ProducerVoice voice = new ProducerVoice(
                WireFormat.of(config.read(RegistrySettings::from)), unit, words.untilNow(), patience, clock);
        voice.hear();
        return voice;
    }

    /** Why nobody looks at the unit's disk now, if that is so. */
    Optional<String> obstacle() {
        while (last.isEmpty()) {
            Optional<String> silence = silence();
            if (silence.isPresent()) {
                return silence;
            }
        }
        return last.filter(said -> !said.rootReachable())
                .map(said -> said.trouble().orElse("its disk cannot be reached"));
    }

    /** Listens for a moment, and says so if nothing was said for too long; then, and from then on. */
    Optional<String> silence() {
        if (!isSilent) {
            words.listen(A_MOMENT);
            hear();
            isSilent = heard.plus(patience).isBefore(clock.instant());
        }
        return isSilent ? Optional.of(SILENT) : Optional.empty();
    }

    private void hear() {
        try {
            Optional<UnitAlive> now = words.said(unit, format);
            heard = now.equals(last) ? heard : clock.instant();
            last = now;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        words.close();
    }
}
