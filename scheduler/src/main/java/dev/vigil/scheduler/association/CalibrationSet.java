package dev.vigil.scheduler.association;

import dev.vigil.schemas.events.Configuration;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A calibration set and how its master stands.
 *
 * @param key its name
 * @param configuration what its members agree in
 * @param filter the filter, for a flat
 * @param exposureTime the exposure time, for a dark
 * @param open whether members are still expected, or came late
 * @param lastNews when a member came, left or got a new revision, or was heard of after the set was closed
 * @param version the last version that was closed; 0 when none was
 * @param inputs what that version is made of
 * @param phase how that version stands
 * @param why the reason of its failure, what it waits for, or what became of its frames while none of them can be used
 */
public record CalibrationSet(
        SetKey key,
        Configuration configuration,
        Optional<String> filter,
        Optional<Duration> exposureTime,
        boolean open,
        Instant lastNews,
        int version,
        String inputs,
        Phase phase,
        String why) {
    /** How the last closed version of a set stands. */
    public enum Phase {
        /** No version was closed yet. */
        NEW,
        /** It waits for a master that is on its way. */
        WAITING,
        /** It waits for a master that nothing is on its way to. */
        STUCK,
        BUILDING,
        BUILT,
        FAILED
    }

    public CalibrationSet {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(exposureTime, "exposureTime");
        Objects.requireNonNull(lastNews, "lastNews");
        Objects.requireNonNull(inputs, "inputs");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(why, "why");
    }

    /** The same with news of a member: it is open, again if it was closed. */
    public CalibrationSet heardOf(Instant now) {
        return new CalibrationSet(key, configuration, filter, exposureTime, true, now, version, inputs, phase, why);
    }

    /** The same, closed with nothing that its last version has not. */
    public CalibrationSet closedUnchanged() {
        return new CalibrationSet(
                key, configuration, filter, exposureTime, false, lastNews, version, inputs, phase, why);
    }

    /** The same with its next version closed. */
    public CalibrationSet closed(String members, Configuration agreed) {
        return new CalibrationSet(
                key, agreed, filter, exposureTime, false, lastNews, version + 1, members, Phase.WAITING, "");
    }

    /** The same with its last version standing otherwise. */
    public CalibrationSet in(Phase other, String reason) {
        return new CalibrationSet(
                key, configuration, filter, exposureTime, open, lastNews, version, inputs, other, reason);
    }

    /** The version that is being gathered or was closed last. */
    public int currentVersion() {
        return open ? version + 1 : version;
    }

    /** Whether a master can be expected of it without anything new. */
    public boolean isInProgress() {
        return open || phase == Phase.WAITING || phase == Phase.BUILDING;
    }

    /** What it would make, as a person says it: flat r of 2026-11-19. */
    public String title() {
        String variant = switch (key.kind()) {
            case BIAS -> "";
            case DARK -> exposureTime.map(time -> " " + SetKey.seconds(time)).orElse("");
            case FLAT -> filter.map(name -> " " + name).orElse("");
        };
        return key.kind().name().toLowerCase(Locale.ROOT) + variant + " of " + key.night();
    }

    /** How it stands, as a person says it, given its members. */
    public String state(Tally tally) {
        if (open) {
            return tally + ", open";
        }
        return switch (phase) {
            case NEW -> "closed without a usable frame" + (why.isEmpty() ? "" : ": " + why);
            case WAITING, STUCK -> "version " + version + " waits for " + why;
            case BUILDING -> "version " + version + " is being built of " + tally.ready();
            case BUILT -> "version " + version + " is built";
            case FAILED -> "version " + version + " failed: " + why;
        };
    }
}
