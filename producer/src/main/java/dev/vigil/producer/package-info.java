/** At the telescope: finds files, proves them complete, says what they are, and serves their bytes. */
package dev.vigil.producer;
