/** Where bytes live: a port, and the filesystem behind it. */
package dev.vigil.archive;
