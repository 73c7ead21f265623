package dev.vigil.ingester;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record, and the event that it holds.
 *
 * @param record where it came from, in case it must be parked
 * @param event what it says
 */
record Told(ConsumerRecord<byte[], byte[]> record, Object event) {}
