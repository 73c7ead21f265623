package dev.vigil.imaging;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** How a whole file may be compressed from outside, told by its first bytes and not by its name. */
enum StreamCompression {
    NONE(new byte[0]) {
        @Override
        InputStream reading(InputStream packed) {
            return packed;
        }
    },
    GZIP(new byte[] {0x1f, (byte) 0x8b}) {
        @Override
        InputStream reading(InputStream packed) throws IOException {
            return new GZIPInputStream(packed, BUFFER);
        }
    },
    BZIP2(new byte[] {'B', 'Z', 'h'}) {
        @Override
        InputStream reading(InputStream packed) throws IOException {
            return BunzipStream.of(packed);
        }
    };

    private static final int BUFFER = 1 << 16;

    private final byte[] start;

    StreamCompression(byte[] start) {
        this.start = start;
    }

    abstract InputStream reading(InputStream packed) throws IOException;

    static StreamCompression of(Path file) throws IOException {
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(3);
        }
        return Arrays.stream(values())
                .filter(each -> each != NONE && startsWith(first, each.start))
                .findFirst()
                .orElse(NONE);
    }

    /** What comes out of a stream; the stream is closed if nothing can. */
    InputStream open(InputStream packed) throws IOException, BadFitsException {
        try {
            return reading(packed);
        } catch (EOFException cut) {
            packed.close();
            throw cutShort();
        } catch (ZipException damaged) {
            packed.close();
            throw damaged(damaged);
        }
    }

    static BadFitsException cutShort() {
        return BadFitsException.cutShort("the compressed stream is cut short");
    }

    static BadFitsException damaged(ZipException how) {
        return new BadFitsException("the compressed stream is damaged: " + how.getMessage());
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    /** Gives the library's one kind of trouble the names that gzip's has, and leaves the disk's own as it is. */
    private static final class BunzipStream extends BulkStream {
        private final Disk disk;
        private final InputStream plain;

        private BunzipStream(Disk disk, InputStream plain) {
            this.disk = disk;
            this.plain = plain;
        }

        static BunzipStream of(InputStream packed) throws IOException {
            Disk disk = new Disk(packed);
            try {
                return new BunzipStream(disk, new BZip2CompressorInputStream(disk, true));
            } catch (IOException trouble) {
                throw disk.named(trouble);
            }
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return plain.read(into, offset, length);
            } catch (IOException trouble) {
                throw disk.named(trouble);
            } catch (RuntimeException damaged) {
                throw new ZipException("it is no bzip2 here: " + damaged);
            }
        }

        @Override
        public void close() throws IOException {
            plain.close();
        }
    }

    /** Remembers whether it was the disk that failed, and whether all of the file was read. */
    private static final class Disk extends InputStream {
        private final InputStream in;
        private IOException failed;
        private boolean ended;

        Disk(InputStream in) {
            this.in = new BufferedInputStream(in, BUFFER);
        }

        @Override
        public int read() throws IOException {
            try {
                int value = in.read();
                ended |= value < 0;
                return value;
            } catch (IOException trouble) {
                failed = trouble;
                throw trouble;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        IOException named(IOException trouble) {
            if (trouble == failed) {
                return trouble;
            }
            return ended ? new EOFException(trouble.getMessage()) : new ZipException(trouble.getMessage());
        }
    }
}
