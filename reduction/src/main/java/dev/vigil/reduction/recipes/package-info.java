/** What a recipe is: the kinds of steps, the order in which they come, and how they are run over blocks of rows. */
package dev.vigil.reduction.recipes;
