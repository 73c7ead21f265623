package dev.vigil.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

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

    /** The digests of the blocks of the file at a location, where the source can tell them. */
    default Optional<BlockSums> sums(URI location) throws IOException, InterruptedException {
        return Optional.empty();
    }

    /**
     * A stream of bytes.
     *
     * @param stream the bytes
     * @param start the offset of the first one: the wanted one, or 0
     * @param tag what the source calls this content, if it says
     */
    record Bytes(InputStream stream, long start, Optional<String> tag) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
