package dev.vigil.imaging;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** An image that is tile-compressed in a file. */
sealed interface TiledImage permits RiceImage, QuantisedImage, LibraryImage {

    /** Opens the HDU whose header begins at the offset: RICE_1 by decoders of our own, all else by the library. */
    static TiledImage open(FileChannel file, Hdu hdu, long headerOffset) throws IOException, BadFitsException {
        Tiling.check(hdu);
        Optional<RiceImage> rice = RiceImage.of(file, hdu);
        if (rice.isPresent()) {
            return rice.get();
        }
        Optional<QuantisedImage> quantised = QuantisedImage.of(file, hdu);
        return quantised.isPresent() ? quantised.get() : LibraryImage.read(file, hdu, headerOffset);
    }

    /** BITPIX of the uncompressed image. */
    int bitpix();

    /** Hands out the stored values as a padded FITS data unit; the same every time. */
    void write(BlockBuffer.Sink sink) throws IOException, BadFitsException;

    default boolean isWholeNumbers() {
        return bitpix() > 0;
    }

    /** The physical values. */
    default Image image(Hdu hdu) throws IOException, BadFitsException {
        Axes axes = Axes.of(hdu);
        PixelDecoder decoder = PixelDecoder.of(hdu.header(), bitpix());
        float[] pixels = new float[Math.multiplyExact(axes.width(), axes.height())];
        int[] at = {0};
        write((bytes, length) -> {
            int count = Math.min(length / decoder.bytesPerPixel(), pixels.length - at[0]);
            decoder.decode(bytes, 0, count, pixels, at[0]);
            at[0] += count;
        });
        return new Image(axes.width(), axes.height(), pixels);
    }
}
