package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.state.Task;
import java.util.Objects;

/** What is next at a desk: a task goes, or something holds all that is queued. */
sealed interface Next {
    /** What holds all that is queued; nothing, where a task goes. */
    Hold hold();

    /**
     * A task goes.
     *
     * @param task the task
     * @param inTurn whether both lanes wait, and take turns
     */
    record Goes(Task task, boolean inTurn) implements Next {
        public Goes {
            Objects.requireNonNull(task, "task");
        }

        @Override
        public Hold hold() {
            return Hold.NOTHING;
        }
    }

    /**
     * None goes.
     *
     * @param hold why not
     */
    record Stays(Hold hold) implements Next {
        public Stays {
            Objects.requireNonNull(hold, "hold");
        }
    }
}
