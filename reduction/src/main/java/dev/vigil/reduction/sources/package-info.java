/** The sky of an image and the sources in it: found, separated, and measured. Knows pixels and masks, but no files and no recipes. */
package dev.vigil.reduction.sources;
