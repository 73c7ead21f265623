/** Nights that never were, written as a camera would write them. */
package dev.vigil.cli.simulated;
