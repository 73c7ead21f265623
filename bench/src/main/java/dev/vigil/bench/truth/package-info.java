/** Measures the arithmetic on a night of known truth, for speed and for what it finds. */
package dev.vigil.bench.truth;
