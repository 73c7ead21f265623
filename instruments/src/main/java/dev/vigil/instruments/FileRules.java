package dev.vigil.instruments;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a camera's files want, where it is not what those of all cameras do.
 *
 * @param quiet how long one that nothing proves complete must be unchanged
 * @param stalled after how long without change an incomplete one is stalled
 * @param tiny smaller ones are flagged, in bytes
 */
record FileRules(Optional<Duration> quiet, Optional<Duration> stalled, Optional<Long> tiny) {
    FileRules {
        Objects.requireNonNull(quiet, "quiet");
        Objects.requireNonNull(stalled, "stalled");
        Objects.requireNonNull(tiny, "tiny");
    }

    void flagTiny(long size, Flags flags) {
        tiny.filter(least -> size < least)
                .ifPresent(least -> flags.add(
                        Flag.TINY,
                        String.format(
                                Locale.ROOT,
                                "the file has %,d bytes uncompressed; frames of this camera have at least %,d",
                                size,
                                least)));
    }
}
