/** What is known of a camera's electronics and light that a reduction undoes. */
package dev.vigil.instruments.signature;
