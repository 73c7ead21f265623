/** The scheduler as a Kafka Streams program; what it decides is decided in the packages below. */
package dev.vigil.scheduler;
