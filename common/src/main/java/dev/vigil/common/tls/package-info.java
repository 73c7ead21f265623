/** Who serves encrypted, and whom a client believes. */
package dev.vigil.common.tls;
