/** The pixels of one detector, raw or worked on, whole or by rows, and what the bits of their masks mean. */
package dev.vigil.reduction.pixels;
