/** Where pixels lie on the sky. Knows positions and header cards, but no images, no files and no recipes. */
package dev.vigil.reduction.astrometry;
