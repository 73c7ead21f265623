/** News in, decisions out: the state machine of the scheduler. It knows no Kafka; time comes in from outside. */
package dev.vigil.scheduler.decision;
