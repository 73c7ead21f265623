/** Combined calibrations: how frames are stacked to make them, by which rules, how good they are, and how their pixels are read. */
package dev.vigil.reduction.masters;
