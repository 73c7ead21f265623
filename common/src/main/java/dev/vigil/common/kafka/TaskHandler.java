package dev.vigil.common.kafka;

/**
 * Does tasks. A handler returns the one outcome of a task; it does not publish, acknowledge or retry.
 *
 * @param <T> the type of the tasks
 */
public interface TaskHandler<T> {

    /** Does the task. The same task may come again: then the same outcome is the right answer. */
    Outgoing<?> handle(T task) throws InterruptedException;

    /** The answer to a task that was delivered so often that nobody may try it again. */
    Outgoing<?> gaveUp(T task, int deliveries);

    /** The answer to a task whose handling broke in a way that the handler did not foresee. */
    Outgoing<?> broke(T task, Throwable cause);
}
