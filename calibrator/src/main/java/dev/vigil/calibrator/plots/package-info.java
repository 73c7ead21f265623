/** Drawings of a frame as SVG and as one picture: maps, vectors and dots of its detector, or of all side by side. */
package dev.vigil.calibrator.plots;
