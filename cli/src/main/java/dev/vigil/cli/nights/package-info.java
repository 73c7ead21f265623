/** How nights, exposures and frames stand, and whether what is recorded is so. */
package dev.vigil.cli.nights;
