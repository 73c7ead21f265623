package dev.vigil.producer.listing;

import dev.vigil.producer.disk.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What looking at a unit's folder showed. */
public sealed interface Listing {
    String unit();

    /** When the listing began. */
    Instant started();

    /**
     * The folder is there.
     *
     * @param isFull whether nothing that is due was left out: every folder was listed once, and those that move just now
     * @param hasMore whether the listing stopped because its time was over
     * @param trouble what could not be listed, if anything
     * @param looked how many files were looked at
     * @param took how long the listing took
     * @param disk the disk under it
     * @param count files in all folders, by their last listings
     * @param passedBy those of nights that are not taken
     * @param files those that are not known as they now stand
     * @param gone of the paths that were asked for, those that certainly are not there
     */
    record Seen(
            String unit,
            Instant started,
            boolean isFull,
            boolean hasMore,
            Optional<String> trouble,
            long looked,
            Duration took,
            UnitDisk disk,
            long count,
            long passedBy,
            List<Sighting> files,
            Set<String> gone)
            implements Listing {
        public Seen {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(started, "started");
            Objects.requireNonNull(trouble, "trouble");
            Objects.requireNonNull(took, "took");
            Objects.requireNonNull(disk, "disk");
            files = List.copyOf(files);
            gone = Set.copyOf(gone);
        }
    }

    /** It cannot be told what is in the folder, so nothing is said of any file. */
    record Unreachable(String unit, Instant started, String why) implements Listing {
        public Unreachable {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(started, "started");
            Objects.requireNonNull(why, "why");
        }
    }
}
