package dev.vigil.bench;

import java.io.IOException;
import java.nio.file.Path;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.ImageHDU;
import nom.tam.fits.compression.algorithm.rice.RiceCompressOption;
import nom.tam.fits.header.Compression;
import nom.tam.image.compression.hdu.CompressedImageHDU;

/** RICE by nom-tam-fits, as its manual says. */
final class LibraryCodec {
    private static final int BLOCK = 32;

    private LibraryCodec() {}

    static void pack(Path frame, Path target) throws IOException, FitsException {
        try (Fits in = new Fits(frame.toFile());
                Fits out = new Fits()) {
            ImageHDU image = (ImageHDU) in.getHDU(0);
            CompressedImageHDU packed = CompressedImageHDU.fromImageHDU(image, image.getAxes()[1], 1);
            packed.setCompressAlgorithm(Compression.ZCMPTYPE_RICE_1)
                    .getCompressOption(RiceCompressOption.class)
                    .setBlockSize(BLOCK);
            packed.compress();
            out.addHDU(packed);
            out.write(target.toFile());
        }
    }

    static void unpack(Path packed, Path target) throws IOException, FitsException {
        try (Fits in = new Fits(packed.toFile());
                Fits out = new Fits()) {
            out.addHDU(((CompressedImageHDU) in.getHDU(1)).asImageHDU());
            out.write(target.toFile());
        }
    }
}
