/** What may be out, in which order, and what is tried again: arithmetic without Kafka, files or clocks. */
package dev.vigil.scheduler.policy;
