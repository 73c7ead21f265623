/** Which calibration frames make a master, and which masters a frame gets. */
package dev.vigil.scheduler.association;
