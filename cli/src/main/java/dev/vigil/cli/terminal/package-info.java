/** What goes to a terminal: tables, bars, sizes, colours where there is somebody to see them. */
package dev.vigil.cli.terminal;
