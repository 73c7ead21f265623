/**
 * The auditor: compares for ever, gently.
 *
 * <p>{@link dev.vigil.auditor.Rounds} compares now and then what disk, topics, ledger and archive say. The
 * {@link dev.vigil.auditor.Scrubber} reads the archive again, file by file, at a set rate. Both tell their
 * {@link dev.vigil.auditor.Findings}, which keep the topic {@code audit.differences} as it is now.
 */
package dev.vigil.auditor;
