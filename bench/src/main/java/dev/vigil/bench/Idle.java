package dev.vigil.bench;

/** What an all-in-one takes that has nothing to do; the share is of one core. */
record Idle(double shareOfCore, Memory memory) {}
