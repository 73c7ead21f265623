/** Instrument profiles in YAML, and the engine that reads them: from a path and headers to what a frame is. */
package dev.vigil.instruments;
