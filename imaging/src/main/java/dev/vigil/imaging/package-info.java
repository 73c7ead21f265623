/** Images and headers, FITS in and out, and proof that a file is whole. */
package dev.vigil.imaging;
