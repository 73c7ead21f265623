package dev.vigil.cli.nights;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.Newest;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What producers said last of their units, which they do every few seconds. */
final class Units {
    private static final Duration LATELY = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String UNKNOWN = "whether the units' disks are there is not known: ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Newest<UnitAlive> words;

    private Units(Newest<UnitAlive> words) {
        this.words = words;
    }

    static Units read(KafkaSettings kafka) {
        Instant since = Clock.systemUTC().instant().minus(LATELY);
        try (Newest<UnitAlive> words = Newest.since(kafka, Topics.UNITS_ALIVE, since)) {
            return new Units(words.untilNow());
        }
    }

    Set<String> names() {
        return words.keys();
    }

    /** Those with whose disk something is wrong. A registry that is away is waited for by others, not by a person. */
    List<UnitAlive> inTrouble(WireFormat format) {
        try {
            return CompletableFuture.supplyAsync(() -> troubled(format)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException away) {
            throw new IllegalStateException(UNKNOWN + "the schema registry does not answer", away);
        } catch (ExecutionException refused) {
            throw new IllegalStateException(UNKNOWN + refused.getCause().getMessage(), refused);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private List<UnitAlive> troubled(WireFormat format) {
        try {
            return words.said(format).all().stream()
                    .filter(unit -> isTroubled(unit) || unit.beside().isPresent())
                    .toList();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static boolean isTroubled(UnitAlive unit) {
        return !unit.rootReachable() || unit.trouble().isPresent();
    }

    /** What is wrong, since when, and what to do; what lies beside all units is no unit's trouble. */
    static List<String> lines(UnitAlive unit) {
        return Stream.concat(
                        Stream.of(unit).filter(Units::isTroubled).map(Units::text),
                        unit.beside().stream().map(words -> "beside all units' folders: " + words))
                .toList();
    }

    private static String text(UnitAlive unit) {
        String listed = unit.scannedUpTo()
                .map(last -> ", last listed at " + last.truncatedTo(ChronoUnit.SECONDS))
                .orElse(", never listed since its producer started");
        return unit.unit()
                + (unit.rootReachable() ? "" : " is unreachable" + listed)
                + unit.trouble().map(why -> ": " + why).orElse("");
    }

    /** The same on a line of JSON, with the names of the topic. */
    static String json(UnitAlive unit) {
        ObjectNode json = JSON.createObjectNode()
                .put("unit", unit.unit())
                .put("rootReachable", unit.rootReachable())
                .put("trouble", unit.trouble().orElse(null))
                .put("beside", unit.beside().orElse(null))
                .put("scannedUpTo", unit.scannedUpTo().map(Instant::toString).orElse(null));
        return json.toString();
    }
}
