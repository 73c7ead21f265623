/** What is fast, and what bounds it: nights under load beside a plain loop, and the few hot things alone. */
package dev.vigil.bench;
