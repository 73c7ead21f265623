/** Finds cosmic rays in a single exposure by their sharp edges: the Laplacian method of van Dokkum (2001, PASP 113, 1420). */
package dev.vigil.reduction.cosmicrays;
