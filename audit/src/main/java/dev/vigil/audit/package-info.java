/**
 * Whether the telescope's disk, the topics, the ledger and the archive agree on each file; and if not, in one line, what
 * is different and how it is put right.
 *
 * <p>{@link dev.vigil.audit.Audit} asks the four sides, {@link dev.vigil.audit.Comparison} compares what they said and
 * knows nothing else, {@link dev.vigil.audit.Repairs} puts right what can be.
 */
package dev.vigil.audit;
