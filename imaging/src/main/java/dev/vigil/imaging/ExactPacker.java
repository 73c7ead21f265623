package dev.vigil.imaging;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** Packs images of whole numbers, from which they come back as they were. */
final class ExactPacker implements ImagePacker {

    @Override
    public boolean takes(Hdu hdu) {
        return hdu.header().integer("BITPIX").orElse(0) > 0 && TilePacker.fits(hdu);
    }

    @Override
    public String whatItTakes() {
        return "an image of whole numbers of 8, 16 or 32 bits";
    }

    @Override
    public PackedHeader header(Hdu hdu, byte[] original) {
        return new PackedHeader(hdu, original);
    }

    @Override
    public void pack(FileChannel from, Hdu hdu, PackedHeader header, FileChannel to)
            throws IOException, BadFitsException {
        new TilePacker(from, hdu, new ExactRows(hdu)).pack(header, to);
    }

    @Override
    public Optional<String> objection(long plainBytes, long packedBytes) {
        return packedBytes < plainBytes
                ? Optional.empty()
                : Optional.of("it would not be smaller: " + packedBytes + " bytes instead of " + plainBytes);
    }
}
