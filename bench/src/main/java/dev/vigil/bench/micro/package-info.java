/** JMH benchmarks of the few things that every frame goes through many times. */
package dev.vigil.bench.micro;
