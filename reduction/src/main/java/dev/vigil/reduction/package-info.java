/** Recipes, steps and masters: from pixels to measurements. */
package dev.vigil.reduction;
