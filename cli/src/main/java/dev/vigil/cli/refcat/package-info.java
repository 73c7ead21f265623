/** Reference catalogues: import them, say what is in one, search it. */
package dev.vigil.cli.refcat;
