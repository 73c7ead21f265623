package dev.vigil.transfer;

import dev.vigil.archive.Refusal;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.TransferTask;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What keeps a frame from being transferred, and how that is answered. */
sealed interface Trouble {
    Outgoing<?> answer(Answers answers, TransferTask task);

    /** What is wrong, in words. */
    String said();

    /** What comes of this one and another that was met after it: what is known of a file stays known. */
    default Trouble and(Trouble later) {
        return this;
    }

    /**
     * The telescope's side cannot be reached, which says nothing about the frame.
     *
     * @param what what does not answer
     * @param state how it fails to
     */
    record Away(String what, String state) implements Trouble {
        public Away {
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(state, "state");
        }

        @Override
        public Outgoing<?> answer(Answers answers, TransferTask task) {
            return answers.waiting(task, this);
        }

        @Override
        public String said() {
            return state;
        }

        /** What is known of a file weighs more than not having reached a place that might know. */
        @Override
        public Trouble and(Trouble later) {
            return later instanceof Away other ? new Away(what, state + "; " + other.what + ": " + other.state) : later;
        }
    }

    /**
     * Other software has not done its part yet, and a look is all that we can do.
     *
     * @param awaited the kind of thing that is looked for
     * @param what the thing
     * @param said how it stands
     */
    record NotYet(Awaited awaited, String what, String said) implements Trouble {
        public NotYet {
            Objects.requireNonNull(awaited, "awaited");
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(said, "said");
        }

        @Override
        public Outgoing<?> answer(Answers answers, TransferTask task) {
            return answers.notYet(task, this);
        }
    }

    /**
     * This attempt has failed.
     *
     * @param category the class of the reason
     * @param reason what is wrong
     * @param remedy what a person can do
     * @param obstacle what others would meet, too, where it is no matter of this file
     */
    record Failing(FailureCategory category, String reason, String remedy, Optional<String> obstacle)
            implements Trouble {
        public Failing {
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(remedy, "remedy");
            Objects.requireNonNull(obstacle, "obstacle");
        }

        /** One that is a matter of this file. */
        Failing(FailureCategory category, String reason, String remedy) {
            this(category, reason, remedy, Optional.empty());
        }

        /** What the archive has refused to a file of so many bytes, of which nothing is left behind there. */
        static Failing of(Refusal refusal, long size) {
            String needed = String.format(Locale.ROOT, "; this file has %.1f MB", size / 1e6);
            return switch (refusal.problem()) {
                case FULL -> of(FailureCategory.DISK_FULL, refusal, needed);
                case DENIED -> of(FailureCategory.NOT_WRITABLE, refusal, "");
                default -> of(FailureCategory.OTHER, refusal, "");
            };
        }

        private static Failing of(FailureCategory category, Refusal refusal, String more) {
            return new Failing(category, refusal.words() + more, refusal.remedy(), refusal.obstacle());
        }

        @Override
        public Outgoing<?> answer(Answers answers, TransferTask task) {
            return answers.failed(task, this);
        }

        @Override
        public String said() {
            return reason;
        }
    }
}
