package dev.vigil.ledger;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Writes events into the ledger: in any order, any number of times, to the same rows. */
public final class Writer {
    private final Jdbi jdbi;
    private final Clock clock;

    Writer(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Writes all of it in one transaction: the rows, the positions, and what must be published because of the rows, which then lies in
     * the {@link Outbox}.
     *
     * @throws PositionMovedException when another reader has moved a position meanwhile
     * @throws UnwritableException when an event cannot be written as it is
     * @throws LedgerUnavailableException when the database cannot do it now
     */
    public void write(Collection<?> events, Collection<Advance> advances) {
        try {
            Batch batch = new Batch(events);
            jdbi.useTransaction(handle -> write(handle, batch, advances));
        } catch (LedgerException e) {
            throw e;
        } catch (JdbiException e) {
            throw Refusals.inWords(e);
        } catch (RuntimeException e) {
            throw new UnwritableException(e);
        }
    }

    /** Whether the ledger has rows for this kind of event. */
    public static boolean takes(Class<?> kind) {
        return Batch.KINDS.contains(kind);
    }

    private void write(Handle handle, Batch batch, Collection<Advance> advances) {
        Offsets.advance(handle, List.copyOf(advances));
        FrameRows.write(handle, batch);
        SightingRows.write(handle, batch);
        TransferRows.write(handle, batch);
        ReleaseRows.write(handle, batch);
        ReductionRows.write(handle, batch);
        TroubleRows.write(handle, batch);
        MasterRows.write(handle, batch);
        PeopleRows.write(handle, batch);
        CurrentRows.write(handle, batch);
        RecordedRows.write(handle, batch, clock.instant());
    }
}
