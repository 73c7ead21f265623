package dev.vigil.imaging;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A FITS file from front to back, one HDU after the other; of each as many data as are asked for. */
public final class FitsStream implements Closeable {
    private final ByteSource source;
    private final HduScanner scanner;
    private Optional<Hdu> current = Optional.empty();
    private long taken;

    /** @param plain the bytes of the file, uncompressed */
    public FitsStream(InputStream plain) {
        source = new StreamSource(plain);
        scanner = new HduScanner(source);
    }

    /** Skips what is left of the HDU before, and reads the next one's header; nothing at the end of the file. */
    public Optional<Hdu> next() throws IOException, BadFitsException {
        if (current.isPresent()) {
            scanner.skipData(current.get(), taken);
        }
        taken = 0;
        current = scanner.next();
        return current;
    }

    /** Fills an array with the next data of the HDU, as they are in the file. */
    public void read(byte[] into) throws IOException, BadFitsException {
        Hdu hdu = current.orElseThrow();
        if (taken + into.length > hdu.dataBytes()) {
            throw new IllegalArgumentException("HDU " + hdu.index() + " has no " + into.length + " bytes more");
        }
        int got = source.read(into, 0, into.length);
        taken += got;
        if (got < into.length) {
            throw BadFitsException.cutShort("the file ends within the data of HDU " + hdu.index());
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
