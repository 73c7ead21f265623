/** How the light of a point spreads over the pixels, all over an image; and the light of its sources by that. */
package dev.vigil.reduction.pointspread;
