package dev.vigil.ledger;

import dev.vigil.schemas.events.Stage;
import java.time.Instant;

/**
 * One thing that happened to a frame.
 *
 * @param at when
 * @param revision to which revision
 * @param stage on which part of the way
 * @param what what happened, in a word or two
 * @param words the details
 * @param worker who did it, or asked for it; empty when it is nobody in particular
 * @param attempt of the task; 0 where there was none
 */
public record StoryLine(Instant at, int revision, Stage stage, String what, String words, String worker, int attempt) {}
