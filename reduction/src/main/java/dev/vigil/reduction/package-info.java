/** The recipes that Vigil knows: where one begins who wants pixels reduced. It knows all packages below, and none of them knows it. */
package dev.vigil.reduction;
