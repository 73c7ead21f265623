/** Which stars are known around a place: catalogues of any size as one file, made once and read where a frame looks. */
package dev.vigil.reduction.references;
