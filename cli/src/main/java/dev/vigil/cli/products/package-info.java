/** What came out: masters, and rows of frames for other programs. */
package dev.vigil.cli.products;
