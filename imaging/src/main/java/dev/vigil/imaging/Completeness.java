package dev.vigil.imaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What the bytes of a file prove about its being whole. */
public sealed interface Completeness {
    /** A flag: the data are proven, but the header was changed without renewing CHECKSUM. */
    String CHECKSUM_BAD = "CHECKSUM_BAD";
    /** A flag: something follows the last HDU that is no HDU. */
    String TRAILING_BYTES = "TRAILING_BYTES";
    /** A flag: no NEXTEND says whether more extensions are to follow. */
    String HDU_COUNT_UNKNOWN = "HDU_COUNT_UNKNOWN";

    /** Reads the file once, in blocks. A file that is not there is an {@link IOException}. */
    static Completeness judge(Path file) throws IOException {
        try (ByteSource source = Sources.open(file)) {
            return Judgement.of(WholeFile.read(source, false), source instanceof StreamSource);
        } catch (BadFitsException bad) {
            return Judgement.of(bad);
        }
    }

    /** In words, for a person; for a complete file, its flags. */
    String why();

    /**
     * Every HDU's data are there to the last block.
     *
     * @param proven whether sums in the file prove it; if not, let the file be quiet for a while before you take it
     * @param flags what is odd all the same, such as {@link #CHECKSUM_BAD}
     */
    record Complete(boolean proven, List<String> flags) implements Completeness {
        public Complete {
            flags = List.copyOf(flags);
        }

        @Override
        public String why() {
            return String.join(", ", flags);
        }
    }

    /** Something is missing or not as the file itself says it should be; more may be on its way. */
    record Incomplete(String why) implements Completeness {
        public Incomplete {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * The length is right, but there are zeros at the end, and nothing tells whether they were written.
     *
     * @param doubt what is doubtful
     * @param command what a person runs on the file who knows that nothing more will come
     */
    record Unproven(String doubt, String command) implements Completeness {
        public Unproven {
            Objects.requireNonNull(doubt, "doubt");
            Objects.requireNonNull(command, "command");
        }

        @Override
        public String why() {
            return doubt;
        }

        /** What a person can do, with the name under which the file is found. */
        public String remedy(Path file) {
            return "where the camera has finished it, " + command + " '"
                    + file.toString().replace("'", "'\\''") + "'";
        }
    }

    /** No bytes that may follow can make this a FITS file. */
    record NotFits(String why) implements Completeness {
        public NotFits {
            Objects.requireNonNull(why, "why");
        }
    }
}
