package dev.vigil.portal;

import dev.vigil.ledger.Ledger;
import dev.vigil.ledger.LedgerException;
import dev.vigil.ledger.MasterStanding;
import dev.vigil.ledger.Masters;
import dev.vigil.portal.FrameSource.Answered;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.StoredFile;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads of masters in the ledger. When it cannot be read, the pages say so. */
record LedgerMasters(Ledger ledger) implements MasterSource {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerMasters.class);

    @Override
    public Optional<List<MasterStanding>> newest(int limit) {
        try {
            return Optional.of(ledger.masters().newest(limit));
        } catch (LedgerException e) {
            LOG.warn("masters cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public List<StoredFile> files(MasterId master) {
        try {
            return ledger.masters().products(master).stream().map(Product::file).toList();
        } catch (LedgerException e) {
            LOG.warn("the files of master {} cannot be read: {}", master, e.getMessage());
            return List.of();
        }
    }

    @Override
    public Answered<MasterStory> story(MasterId master) {
        Masters masters = ledger.masters();
        try {
            return masters.of(master)
                    .<Answered<MasterStory>>map(standing -> new Answered.Known<>(new MasterStory(
                            standing,
                            masters.checks(master),
                            masters.inputs(master),
                            masters.used(master),
                            masters.products(master))))
                    .orElseGet(Answered.Unheard::new);
        } catch (LedgerException e) {
            LOG.warn("master {} cannot be read: {}", master, e.getMessage());
            return new Answered.Unreachable<>();
        }
    }
}
