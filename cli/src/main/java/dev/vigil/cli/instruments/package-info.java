/** What an instrument's profile makes of real files, and its gains. */
package dev.vigil.cli.instruments;
