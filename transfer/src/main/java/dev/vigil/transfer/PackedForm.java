package dev.vigil.transfer;

import com.github.luben.zstd.ZstdInputStream;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.TileCompression;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A form in which a file may come over the line, and how it is unpacked. */
enum PackedForm {
    RICE {
        @Override
        void unpack(Path packed, OutputStream plain, long size) throws IOException, BadFitsException {
            TileCompression.unpack(packed, plain);
        }
    },
    ZSTD {
        @Override
        void unpack(Path packed, OutputStream plain, long size) throws IOException {
            try (InputStream in = Files.newInputStream(packed);
                    InputStream unpacked = new ZstdInputStream(in)) {
                copy(unpacked, plain, size);
            } catch (LinkageError notHere) {
                throw new IOException("zstd does not run on this machine", notHere);
            }
        }
    };

    private static final int BLOCK = 1 << 17;

    /**
     * Writes the plain file.
     *
     * @param size bytes that it should have; what has more is not unpacked to its end
     */
    abstract void unpack(Path packed, OutputStream plain, long size) throws IOException, BadFitsException;

    /** The form of a word; a newer producer may have others. */
    static PackedForm named(String word) throws IOException {
        for (PackedForm form : values()) {
            if (form.name().toLowerCase(Locale.ROOT).equals(word)) {
                return form;
            }
        }
        throw new IOException("what is packed as " + word + " is not known here");
    }

    private static void copy(InputStream in, OutputStream out, long size) throws IOException {
        byte[] block = new byte[BLOCK];
        long left = size;
        for (int count = in.read(block); count >= 0; count = in.read(block)) {
            left -= count;
            if (left < 0) {
                throw new IOException("it has more than the " + size + " bytes that were announced");
            }
            out.write(block, 0, count);
        }
    }
}
