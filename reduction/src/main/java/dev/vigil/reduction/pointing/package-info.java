/** Where, when and from which site the camera looked, as the headers of raw frames tell. */
package dev.vigil.reduction.pointing;
