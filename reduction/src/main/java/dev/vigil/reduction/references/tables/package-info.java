/** Tables as others write them, FITS, VOTable, text and the index files of astrometry.net, read row by row. Knows nothing of stars. */
package dev.vigil.reduction.references.tables;
