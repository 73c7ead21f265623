/**
 * The arithmetic of progress: where one frame stands, and how far a night is.
 *
 * <p>Everything here is a value. News of a frame may come twice, late or in any order, and gives the same standing. Nothing here knows
 * Kafka.
 */
package dev.vigil.progress.standing;
