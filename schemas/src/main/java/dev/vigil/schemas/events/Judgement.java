package dev.vigil.schemas.events;

/** What the producer makes of a file. */
public sealed interface Judgement permits Arriving, Stalled, Taken, Excluded, Refused {}
