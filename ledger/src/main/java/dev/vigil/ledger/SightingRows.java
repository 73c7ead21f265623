package dev.vigil.ledger;

import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.Judgement;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.TakenFile;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What the producer announced, and what the headers say. */
final class SightingRows {
    private static final String SIGHTING = """
            insert into sightings (frame, revision, at, judgement, category, reason, remedy, size, modified)
            values (:identity.frame, :identity.revision, :at, :judged, :category, :reason, :remedy,
                :size, :modified)
            on conflict do nothing
            """;

    private static final String FACTS = """
            insert into frame_facts as f (frame, revision, at, judgement, source_digest, content_digest, pixel_digests, locations,
                object, filter, exposure_time, start, recipe, flags, camera, detector, "window", binning, gain_setting, "offset",
                read_mode, amplifiers, row_order, temperature, survey_label)
            values (:identity.frame, :identity.revision, :at, :judged, :file.source, :file.content, :pixels, :locations,
                :facts.object, :facts.filter, :facts.exposureTime, :facts.start, :facts.recipe, :flags,
                :made.camera, :made.detector, :made.window, :made.binning, :made.gainSetting, :made.offset,
                :made.readMode, :made.amplifiers, :made.rowOrder, :made.temperature, :facts.surveyLabel)
            on conflict (frame, revision) do update set
                at = excluded.at, judgement = excluded.judgement, source_digest = excluded.source_digest,
                content_digest = excluded.content_digest, pixel_digests = excluded.pixel_digests, locations = excluded.locations,
                object = excluded.object, filter = excluded.filter, exposure_time = excluded.exposure_time, start = excluded.start,
                recipe = excluded.recipe, flags = excluded.flags, camera = excluded.camera, detector = excluded.detector,
                "window" = excluded."window", binning = excluded.binning, gain_setting = excluded.gain_setting,
                "offset" = excluded."offset", read_mode = excluded.read_mode, amplifiers = excluded.amplifiers,
                row_order = excluded.row_order, temperature = excluded.temperature, survey_label = excluded.survey_label
            where (excluded.at, excluded.judgement) > (f.at, f.judgement)
            """;

    private SightingRows() {}

    static void write(Handle handle, Batch batch) {
        List<FrameAnnounced> announced = batch.ofFrames(FrameAnnounced.class);
        Rows.each(handle, SIGHTING, announced, SightingRows::bind);
        Rows.each(
                handle,
                FACTS,
                announced.stream().filter(event -> file(event).isPresent()).toList(),
                SightingRows::bindFacts);
    }

    private static void bind(PreparedBatch row, FrameAnnounced event) {
        Verdict verdict = Verdict.of(event.judgement());
        row.bindMethods(event)
                .bind("judged", verdict.judgement())
                .bind("category", verdict.category())
                .bind("reason", reason(event.judgement(), verdict))
                .bind("remedy", verdict.remedy());
    }

    /** A frame that is taken has no other reason than what is odd about it. */
    private static Optional<String> reason(Judgement judgement, Verdict verdict) {
        if (!(judgement instanceof Taken) && !(judgement instanceof Excluded)) {
            return verdict.reason();
        }
        String words = Stream.concat(
                        verdict.reason().stream(),
                        new TreeMap<>(facts(judgement).remarks()).values().stream())
                .collect(Collectors.joining("; "));
        return Optional.of(words).filter(any -> !any.isEmpty());
    }

    private static void bindFacts(PreparedBatch row, FrameAnnounced event) {
        TakenFile file = file(event).orElseThrow();
        FrameFacts facts = facts(event.judgement());
        row.bindMethods(event)
                .bind("judged", Verdict.of(event.judgement()).judgement())
                .bindMethods("file", file)
                .bindArray("pixels", Sha256.class, file.pixels())
                .bindArray("locations", URI.class, file.locations())
                .bindMethods("facts", facts)
                .bindArray("flags", String.class, facts.flags())
                .bindMethods("made", facts.configuration());
    }

    private static Optional<TakenFile> file(FrameAnnounced event) {
        if (event.judgement() instanceof Taken taken) {
            return Optional.of(taken.file());
        }
        return event.judgement() instanceof Excluded excluded ? Optional.of(excluded.file()) : Optional.empty();
    }

    private static FrameFacts facts(Judgement judgement) {
        return judgement instanceof Taken taken ? taken.facts() : ((Excluded) judgement).facts();
    }
}
