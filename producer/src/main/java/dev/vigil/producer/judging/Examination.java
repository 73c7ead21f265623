package dev.vigil.producer.judging;

import dev.vigil.instruments.FrameDescription;
import dev.vigil.instruments.Judged;
import dev.vigil.schemas.events.Sha256;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What reading a file showed. */
public sealed interface Examination {
    /** Why nothing can be said of what is known to have been complete. */
    default Optional<String> hindrance() {
        return Optional.empty();
    }

    /**
     * Every block is there.
     *
     * @param proven whether sums in the file prove it
     * @param flags what is odd about its bytes
     */
    record Whole(boolean proven, List<String> flags, Sha256 source, Sha256 content, List<Sha256> pixels, Judged judged)
            implements Examination {
        public Whole {
            flags = List.copyOf(flags);
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(content, "content");
            pixels = List.copyOf(pixels);
            Objects.requireNonNull(judged, "judged");
        }
    }

    /**
     * Something is missing, and may come.
     *
     * @param remedy what a person can do if nothing more comes; empty where it is what helps with any file
     * @param begun what the headers that are here say of the frame, if they say enough
     */
    record Lacking(String why, String remedy, Optional<FrameDescription> begun) implements Examination {
        public Lacking {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(remedy, "remedy");
            Objects.requireNonNull(begun, "begun");
        }

        public Lacking(String why) {
            this(why, "", Optional.empty());
        }

        @Override
        public Optional<String> hindrance() {
            return Optional.of(why);
        }
    }

    /**
     * The world, not the file, kept it from being read; worth another look although nothing changes.
     *
     * @param remedy what a person can do about it
     */
    record Unreadable(String why, String remedy) implements Examination {
        public Unreadable {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(remedy, "remedy");
        }

        @Override
        public Optional<String> hindrance() {
            return Optional.of(why);
        }
    }

    /** The bytes are no FITS and cannot become it by growing. */
    record NotFits(String why) implements Examination {
        public NotFits {
            Objects.requireNonNull(why, "why");
        }
    }

    /** A folder, a link that leads out, or a device: there is nothing to read. */
    record NotAFile(String why) implements Examination {
        public NotAFile {
            Objects.requireNonNull(why, "why");
        }
    }

    /** It was there a moment ago. */
    record Gone() implements Examination {
        @Override
        public Optional<String> hindrance() {
            return Optional.of("its file is not at the telescope any more");
        }
    }

    /** A file that is not named like a frame: a log, a guide's text. */
    record Beside(Sha256 source) implements Examination {
        public Beside {
            Objects.requireNonNull(source, "source");
        }
    }
}
