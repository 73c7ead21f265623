/** Which pixel sees which place on the sky, as headers say and as one can calculate with it. Knows no stars. */
package dev.vigil.reduction.coordinates;
