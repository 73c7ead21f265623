package dev.vigil.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** One way to get at the telescope's files. */
interface Source {

    /**
     * The bytes at a location, from an offset on if that can be done.
     *
     * @throws TroubleException when trying again at once is of no use
     * @throws IOException when it may be
     */
    Bytes open(URI location, long offset) throws TroubleException, IOException, InterruptedException;

    /**
     * A stream of bytes.
     *
     * @param stream the bytes
     * @param start the offset of the first one: the wanted one, or 0
     */
    record Bytes(InputStream stream, long start) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
