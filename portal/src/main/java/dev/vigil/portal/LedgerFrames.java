package dev.vigil.portal;

import dev.vigil.ledger.ArchivedFile;
import dev.vigil.ledger.FrameQuality;
import dev.vigil.ledger.FrameStanding;
import dev.vigil.ledger.Ledger;
import dev.vigil.ledger.LedgerException;
import dev.vigil.ledger.MadeFile;
import dev.vigil.ledger.Measured;
import dev.vigil.ledger.SkyQuality;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.StoredFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads of frames in the ledger. When it cannot be read, the pages say so and show what they know without it. */
record LedgerFrames(Ledger ledger) implements FrameSource {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerFrames.class);

    @Override
    public Optional<NightFrames> night(NightKey key) {
        try {
            return Optional.of(new NightFrames(
                    ledger.frames().of(key.unit(), key.date()),
                    ledger.frames().pictures(key.unit(), key.date()).stream()
                            .collect(Collectors.toMap(MadeFile::frame, Function.identity(), (one, other) -> one)),
                    ledger.nights().measurements(key.unit(), key.date()).stream()
                            .collect(Collectors.toMap(Measured::frame, Function.identity(), (one, other) -> one)),
                    ledger.checks().of(key.unit(), key.date()).stream()
                            .collect(Collectors.toMap(FrameQuality::frame, Function.identity())),
                    key.date().map(date -> ledger.skies().of(key.unit(), date)).orElseGet(List::of).stream()
                            .collect(Collectors.toMap(SkyQuality::frame, Function.identity()))));
        } catch (LedgerException e) {
            LOG.warn("night {} cannot be read: {}", key, e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Hint> hint(FrameStanding frame) {
        return Optional.ofNullable(Predecessors.hints(ledger.nights().measurements(frame.unit(), frame.night()))
                .get(frame.frame()));
    }

    @Override
    public List<StoredFile> files(FrameId frame) {
        try {
            return Stream.concat(
                            ledger.frames().archived(frame).stream().map(ArchivedFile::archived),
                            ledger.frames().products(frame).stream().map(MadeFile::file))
                    .toList();
        } catch (LedgerException e) {
            LOG.warn("the files of frame {} cannot be read: {}", frame, e.getMessage());
            return List.of();
        }
    }

    @Override
    public Answered<FrameStory> story(FrameId frame) {
        try {
            return ledger.frames()
                    .of(frame)
                    .<Answered<FrameStory>>map(standing -> new Answered.Known<>(new FrameStory(
                            standing,
                            ledger.frames().ofTheSameBytes(frame),
                            ledger.frames().story(frame),
                            ledger.frames().measured(frame),
                            hint(standing),
                            standing.night().flatMap(night -> ledger.skies().of(frame, night)),
                            ledger.checks().of(frame),
                            ledger.masters().of(frame),
                            ledger.masters().passedBy(frame),
                            ledger.masters().madeOf(frame),
                            ledger.frames().products(frame),
                            ledger.frames().detectors(frame),
                            ledger.frames().archived(frame),
                            ledger.frames().sidecars(standing))))
                    .orElseGet(Answered.Unheard::new);
        } catch (LedgerException e) {
            LOG.warn("frame {} cannot be read: {}", frame, e.getMessage());
            return new Answered.Unreachable<>();
        }
    }
}
