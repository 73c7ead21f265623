package dev.vigil.common.queues;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands in the queue of a unit's desk, and what holds it.
 *
 * @param unit the unit, as it stands in ids
 * @param desk {@code transfers} or {@code reductions}
 * @param at when it was so
 * @param since since when the queue has not been empty
 * @param queued tasks that have no place yet
 * @param out tasks that are out
 * @param held what holds those that are queued
 * @param why the same in a sentence, with the figure of the setting
 * @param nextAt when the next may go, where that is known
 * @param lastAbout when about the last that is queued now will have gone, where the settings tell
 */
public record UnitQueue(
        String unit,
        String desk,
        Instant at,
        Instant since,
        int queued,
        int out,
        Held held,
        String why,
        Optional<Instant> nextAt,
        Optional<Instant> lastAbout) {
    /** Frames stand in a queue for a moment in every night. */
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private static final String TRANSFERS = "transfers";
    private static final ObjectMapper JSON = new ObjectMapper();

    public UnitQueue {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(desk, "desk");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(held, "held");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(nextAt, "nextAt");
        Objects.requireNonNull(lastAbout, "lastAbout");
    }

    /** The key of its record. A unit has no slash. */
    public static String key(String unit, String desk) {
        return unit + "/" + desk;
    }

    /** The key of its record. */
    public String key() {
        return key(unit, desk);
    }

    /** Whether another says the same, whenever that was. */
    public boolean isAs(UnitQueue other) {
        return equals(new UnitQueue(
                other.unit,
                other.desk,
                at,
                other.since,
                other.queued,
                other.out,
                other.held,
                other.why,
                other.nextAt,
                other.lastAbout));
    }

    /** Whether a person wants to know: what a pace holds back, and what has stood for longer than a moment and does not say itself why. */
    public boolean isWorthTelling(Instant now) {
        boolean isLong = since.isBefore(now.minus(A_MOMENT));
        return queued > 0 && held != Held.NOTHING && !held.isToldByFrames() && (isLong || held.isOfPace());
    }

    /** What a person reads: {@code 212 files wait: 6 exposures may begin in a minute}. */
    public String words() {
        boolean isOne = queued == 1;
        String things = desk.equals(TRANSFERS) ? isOne ? "file" : "files" : isOne ? "reduction" : "reductions";
        return queued + " " + things + (isOne ? " waits: " : " wait: ") + why;
    }

    /** The value of its record, which Kafka's console tools print. */
    public String json() {
        return JSON.createObjectNode()
                .put("unit", unit)
                .put("desk", desk)
                .put("at", at.toString())
                .put("since", since.toString())
                .put("queued", queued)
                .put("out", out)
                .put("held", held.name())
                .put("why", why)
                .put("nextAt", nextAt.map(Instant::toString).orElse(null))
                .put("lastAbout", lastAbout.map(Instant::toString).orElse(null))
                .toString();
    }

    /** Reads such a value. */
    public static UnitQueue read(String text) throws IOException {
        JsonNode json = JSON.readTree(text);
        try {
            return new UnitQueue(
                    text(json, "unit"),
                    text(json, "desk"),
                    Instant.parse(text(json, "at")),
                    Instant.parse(text(json, "since")),
                    json.path("queued").asInt(),
                    json.path("out").asInt(),
                    Held.named(text(json, "held")),
                    json.path("why").asText(),
                    time(json, "nextAt"),
                    time(json, "lastAbout"));
        } catch (DateTimeException | NullPointerException wrong) {
            throw new IOException("no queue of a unit: " + text, wrong);
        }
    }

    private static String text(JsonNode json, String name) {
        return Objects.requireNonNull(json.path(name).textValue(), name);
    }

    private static Optional<Instant> time(JsonNode json, String name) {
        return Optional.ofNullable(json.path(name).textValue()).map(Instant::parse);
    }
}
