/** Quality checks: what a profile expects of a frame or master, and whether one is so. */
package dev.vigil.instruments.checks;
