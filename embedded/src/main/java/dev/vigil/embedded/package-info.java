/** The real broker inside this JVM, and the real PostgreSQL beside it. Knows nothing of Vigil. */
package dev.vigil.embedded;
