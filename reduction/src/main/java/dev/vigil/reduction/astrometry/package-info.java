/** Finds where on the sky an image lies, by the stars that are known there. Knows positions, but no images, no files and no recipes. */
package dev.vigil.reduction.astrometry;
