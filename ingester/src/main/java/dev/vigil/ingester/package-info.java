/**
 * Writes every event into the ledger, in batches.
 *
 * <p>{@link dev.vigil.ingester.Follower} reads the topics from where the ledger stands, {@link dev.vigil.ingester.Ingestion} writes what it
 * reads: rows, positions and what is to be published, in one transaction.
 */
package dev.vigil.ingester;
