/** The bytes of announced files over HTTP, as they are or packed for the line. */
package dev.vigil.producer.serving;
