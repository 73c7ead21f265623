package dev.vigil.producer.release;

import java.util.Optional;

/** What came of one file that was to be deleted. */
sealed interface ReleaseOutcome {
    /** Why it is still there; nothing if it is not, or need not be. */
    Optional<String> whyKept();

    /** It is gone, or would be if this were no dry run. */
    record Released(long size) implements ReleaseOutcome {
        @Override
        public Optional<String> whyKept() {
            return Optional.empty();
        }
    }

    /** It was not there any more. */
    record WasGone() implements ReleaseOutcome {
        @Override
        public Optional<String> whyKept() {
            return Optional.empty();
        }
    }

    /** It stays as it is. */
    record Kept(String why) implements ReleaseOutcome {
        @Override
        public Optional<String> whyKept() {
            return Optional.of(why);
        }
    }
}
