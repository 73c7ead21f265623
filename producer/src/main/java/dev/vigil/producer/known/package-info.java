/** What was announced before, path by path, packed for a million of them: the producer's only memory. */
package dev.vigil.producer.known;
