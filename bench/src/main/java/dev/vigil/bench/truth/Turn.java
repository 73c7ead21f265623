package dev.vigil.bench.truth;

import java.util.BitSet;

/** What one look at an exposure cost, in seconds, and what it found. */
record Turn(double cpu, double wall, BitSet found) {}
