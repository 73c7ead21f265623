/** Nights with a known truth, for commissioning, demos and tests. */
package dev.vigil.simulator;
