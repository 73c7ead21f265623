package dev.vigil.reduction.references.tables;

import dev.vigil.imaging.BadFitsException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens tables by what they are, not by what they are called. */
public final class Tables {
    private static final int BUFFER = 1 << 16;
    private static final int LOOKED_AT = 4096;
    private static final int GZIP = 0x1f8b;

    private Tables() {}

    /** A table from the bytes of a file, which may be gzipped; the file's name is for what may be wrong with it. */
    public static Table open(Path file, InputStream bytes) throws IOException {
        BufferedInputStream plain = plain(file, new BufferedInputStream(bytes, BUFFER));
        String start = start(plain);
        try {
            if (start.startsWith("SIMPLE  =")) {
                return FitsTables.open(file, plain);
            }
        } catch (BadFitsException bad) {
            throw new BadTableException(file, bad.getMessage());
        }
        return start.contains("<VOTABLE") ? new VotableTable(file, plain) : new TextTable(file, plain);
    }

    private static BufferedInputStream plain(Path file, BufferedInputStream bytes) throws IOException {
        bytes.mark(2);
        int first = bytes.read() << 8 | bytes.read();
        bytes.reset();
        try {
            return first == GZIP ? new BufferedInputStream(new GZIPInputStream(bytes, BUFFER), BUFFER) : bytes;
        } catch (ZipException damaged) {
            throw new BadTableException(file, "it is no gzip: " + damaged.getMessage());
        }
    }

    private static String start(BufferedInputStream plain) throws IOException {
        plain.mark(LOOKED_AT);
        byte[] start = plain.readNBytes(LOOKED_AT);
        plain.reset();
        return new String(start, StandardCharsets.ISO_8859_1);
    }
}
