package dev.vigil.transfer;

import dev.vigil.schemas.events.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/** One way to get at the telescope's files. */
interface Source {

    /**
     * The bytes at a location, from an offset on if that can be done.
     *
     * @param tag what the source called the content of which the bytes before the offset are, if it said
     * @throws TroubleException when trying again at once is of no use
     * @throws IOException when it may be
     */
    Bytes open(URI location, long offset, Optional<String> tag)
            throws TroubleException, IOException, InterruptedException;

    /** The same, for who needs no more than the bytes before another offset; there may be more. */
    default Bytes open(URI location, long from, long to, Optional<String> tag)
            throws TroubleException, IOException, InterruptedException {
        return open(location, from, tag);
    }

    /** The digests of the blocks of the file at a location, where the source can tell them. */
    default Optional<BlockSums> sums(URI location) throws IOException, InterruptedException {
        return Optional.empty();
    }

    /** What the source says the digest of the bytes at a location is, for a form that was not announced by one. */
    default Optional<Sha256> digest(URI location) throws TroubleException, IOException, InterruptedException {
        return Optional.empty();
    }

    /**
     * A stream of bytes.
     *
     * @param stream the bytes
     * @param start the offset of the first one: the wanted one, or 0
     * @param tag what the source calls this content, if it says
     * @param size how many bytes the whole content has, if it says
     */
    record Bytes(InputStream stream, long start, Optional<String> tag, OptionalLong size) implements AutoCloseable {
        Bytes(InputStream stream, long start, Optional<String> tag) {
            this(stream, start, tag, OptionalLong.empty());
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
