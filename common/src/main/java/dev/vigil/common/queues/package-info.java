/** What stands in the scheduler's queues, as the topic {@code units.queues} has it. */
package dev.vigil.common.queues;
