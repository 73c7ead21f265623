/** How bright one electron per second is, by stars whose magnitudes are known. */
package dev.vigil.reduction.photometry;
