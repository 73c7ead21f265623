/** Takes a reduction task, runs its recipe, publishes the products, and answers once. */
package dev.vigil.calibrator;
