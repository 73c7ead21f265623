/** Finds the straight streaks that satellites, aircraft and meteors draw across an exposure. */
package dev.vigil.reduction.streaks;
