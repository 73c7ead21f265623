/**
 * What happened: migrations, rows and queries in PostgreSQL.
 *
 * <p>{@link dev.vigil.ledger.Ledger} is the way in. {@link dev.vigil.ledger.Writer} takes events in any order and any number of times;
 * {@link dev.vigil.ledger.Nights}, {@link dev.vigil.ledger.Frames} and {@link dev.vigil.ledger.Masters} answer questions.
 */
package dev.vigil.ledger;
