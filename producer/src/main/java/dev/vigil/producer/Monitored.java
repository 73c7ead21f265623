package dev.vigil.producer;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.CopyPlace;
import dev.vigil.common.settings.IngestNews;
import dev.vigil.common.settings.PerUnit;
import dev.vigil.common.settings.Settings;
import dev.vigil.schemas.events.Elsewhere;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.IngestSign;
import dev.vigil.schemas.events.Level;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Which units' files other software moves, and where they show up there.
 *
 * @param copies where each unit's copies go; nowhere for units whose files Vigil moves
 * @param ingested what shows that they were taken in
 */
record Monitored(PerUnit<CopyPlace> copies, PerUnit<IngestNews> ingested) {
    static final Monitored NONE =
            new Monitored(new PerUnit<>(CopyPlace.NONE, Map.of()), new PerUnit<>(IngestNews.NONE, Map.of()));

    /** What stands for a night that nobody knows. */
    private static final String NO_NIGHT = "unknown";

    static Monitored from(Config.Reader in) {
        return new Monitored(PerUnit.from(in, Settings.MONITOR_COPIES), PerUnit.from(in, Settings.MONITOR_INGESTED));
    }

    /** The last level of a frame that is taken: other software's work ends where its own does. */
    Level lastLevel(String unit, String folder, Level ours) {
        if (!copies.of(unit, folder).isNamed()) {
            return ours;
        }
        return ingested.of(unit, folder).way() == IngestNews.Way.NONE ? Level.TRANSFERRED : Level.INGESTED;
    }

    /** Where a file shows up, if other software moves it. What is not a frame to be used is not waited for any further than its copy. */
    Optional<Elsewhere> of(FrameIdentity identity, String path) {
        String folder = path.substring(0, path.indexOf('/'));
        return Optional.of(copies.of(identity.unit(), folder))
                .filter(CopyPlace::isNamed)
                .map(copy -> elsewhere(copy, news(identity, folder), identity, path));
    }

    private IngestNews news(FrameIdentity identity, String folder) {
        return identity.lastLevel() == Level.INGESTED ? ingested.of(identity.unit(), folder) : IngestNews.NONE;
    }

    private static Elsewhere elsewhere(CopyPlace copy, IngestNews news, FrameIdentity identity, String path) {
        return new Elsewhere(
                filled(copy.pattern(), identity, path),
                IngestSign.valueOf(news.way().name()),
                filled(news.place(), identity, path),
                filled(news.words(), identity, path));
    }

    /** The file's own words come last, so that braces in them stay what they are. */
    private static String filled(String pattern, FrameIdentity identity, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return pattern.replace("{unit}", identity.unit())
                .replace("{night}", identity.night().map(LocalDate::toString).orElse(NO_NIGHT))
                .replace("{stem}", stem)
                .replace("{name}", name)
                .replace("{path}", path);
    }
}
