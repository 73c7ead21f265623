/** A whole exposure, from raw pixels to products, line by line. */
package dev.vigil.bench.chain;
