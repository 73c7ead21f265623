package dev.vigil.imaging;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** How the images of a file become tables of tiles. */
interface ImagePacker {
    /** Whether an HDU is packed; all others are copied. */
    boolean takes(Hdu hdu);

    /** That, in words that follow "no HDU is". */
    String whatItTakes();

    /** The header of the packed HDU. */
    PackedHeader header(Hdu hdu, byte[] original);

    /** Appends the packed HDU to a file. */
    void pack(FileChannel from, Hdu hdu, PackedHeader header, FileChannel to) throws IOException, BadFitsException;

    /** Why the packed file is not worth having. */
    Optional<String> objection(long plainBytes, long packedBytes);
}
