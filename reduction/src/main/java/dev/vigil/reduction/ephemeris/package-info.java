/** Where moon and sun stood over a telescope, and through how much air it looked. */
package dev.vigil.reduction.ephemeris;
