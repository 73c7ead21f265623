/** The cameras that a night can be simulated of, and how each writes its files. */
package dev.vigil.simulator.camera;
