package dev.vigil.imaging;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Packs images in steps of their noise, and reads them back to see that no pixel is further than a step from what it was. Pixels of eight
 * bits are no exposure, and are packed without loss.
 */
final class LossyPacker implements ImagePacker {
    private static final Set<Long> KINDS = Set.of(16L, 32L, -32L);
    /** A shorter row says too little of its noise. */
    private static final int SHORTEST_ROW = 32;

    private static final double WORTH_IT = 0.9;
    /** What single precision adds to a step and takes from a value. */
    private static final double ROUNDING = 1e-5;

    private static final double LAST_BITS = 2.4e-7;

    private final Loss loss;
    private final ExactPacker exact = new ExactPacker();
    private final Map<Integer, Float> tops = new HashMap<>();
    private long exactBytes;
    private long lossyBytes;

    LossyPacker(Loss loss) {
        this.loss = loss;
    }

    @Override
    public boolean takes(Hdu hdu) {
        return isLossy(hdu) || exact.takes(hdu);
    }

    private static boolean isLossy(Hdu hdu) {
        return KINDS.contains(hdu.header().integer("BITPIX").orElse(0))
                && TilePacker.fits(hdu)
                && hdu.axis(1) >= SHORTEST_ROW;
    }

    @Override
    public String whatItTakes() {
        return "an image of 16 or 32 bits with rows of at least " + SHORTEST_ROW + " pixels";
    }

    @Override
    public PackedHeader header(Hdu hdu, byte[] original) {
        return isLossy(hdu) ? PackedHeader.withLoss(hdu, original, loss) : exact.header(hdu, original);
    }

    @Override
    public void pack(FileChannel from, Hdu hdu, PackedHeader header, FileChannel to)
            throws IOException, BadFitsException {
        if (!isLossy(hdu)) {
            exact.pack(from, hdu, header, to);
            return;
        }
        long begin = to.position();
        float top = survey(from, hdu);
        tops.put(hdu.index(), top);
        try (QuantisedRows rows = new QuantisedRows(hdu, loss.form(), top)) {
            new TilePacker(from, hdu, rows).pack(header, to);
        }
        lossyBytes += to.position() - begin - header.length();
    }

    /** The largest value; and how many bytes the image would take without loss. */
    private float survey(FileChannel from, Hdu hdu) throws IOException, BadFitsException {
        PixelDecoder decoder = QuantisedRows.decoder(hdu);
        int width = (int) hdu.axis(1);
        float[] pixels = new float[width];
        float[] top = {Float.NEGATIVE_INFINITY};
        Optional<ExactRows> whole = exact.takes(hdu) ? Optional.of(new ExactRows(hdu)) : Optional.empty();
        TilePacker.rows(from, hdu, (piece, at, row) -> {
            decoder.decode(piece, at, width, pixels, 0);
            for (float pixel : pixels) {
                top[0] = pixel > top[0] ? pixel : top[0];
            }
            exactBytes += whole.map(rows -> rows.encode(piece, at)).orElse(width * decoder.bytesPerPixel());
        });
        return top[0];
    }

    @Override
    public Optional<String> objection(long plainBytes, long packedBytes) {
        return lossyBytes > 0 && lossyBytes < WORTH_IT * exactBytes && packedBytes < plainBytes
                ? Optional.empty()
                : Optional.of("its images would have " + lossyBytes + " bytes, and " + exactBytes
                        + " without any loss, so a loss is not worth it");
    }

    /** What in the packed file is further from the original than it may be. */
    Optional<String> far(Path packed, Path original) throws IOException {
        try (FileChannel tiles = FileChannel.open(packed, StandardOpenOption.READ);
                FileChannel plain = FileChannel.open(original, StandardOpenOption.READ)) {
            Iterator<Hdu> made = madeOf(FitsFile.read(packed).hdus());
            for (Hdu hdu : FitsFile.read(original).hdus()) {
                Optional<String> wrong = isLossy(hdu) ? far(tiles, made.next(), plain, hdu) : Optional.empty();
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
            return Optional.empty();
        } catch (BadFitsException unreadable) {
            return Optional.of(unreadable.getMessage());
        }
    }

    private static Iterator<Hdu> madeOf(List<Hdu> packed) {
        return packed.stream().filter(hdu -> Loss.of(hdu.header()).isPresent()).iterator();
    }

    private Optional<String> far(FileChannel tiles, Hdu made, FileChannel plain, Hdu hdu)
            throws IOException, BadFitsException {
        QuantisedImage image =
                QuantisedImage.of(tiles, made).orElseThrow(() -> new BadFitsException("its tiles are not ours"));
        PixelDecoder decoder = QuantisedRows.decoder(hdu);
        float[] pixels = new float[(int) hdu.axis(1)];
        String[] wrong = {""};
        TilePacker.rows(plain, hdu, (piece, at, row) -> {
            decoder.decode(piece, at, pixels.length, pixels, 0);
            try {
                int pixel = firstFar(pixels, image.tile(row), image.step(row), tops.get(hdu.index()));
                wrong[0] = pixel < 0 ? wrong[0] : "pixel " + pixel + " of row " + row + " of HDU " + hdu.index();
            } catch (BadFitsException damaged) {
                wrong[0] = damaged.getMessage();
            }
        });
        return wrong[0].isEmpty() ? Optional.empty() : Optional.of(wrong[0]);
    }

    private static int firstFar(float[] pixels, float[] back, double step, float top) {
        for (int i = 0; i < pixels.length; i++) {
            boolean isSame = Float.compare(pixels[i], back[i]) == 0 || pixels[i] == back[i];
            double most = step * (1 + ROUNDING) + LAST_BITS * Math.abs((double) pixels[i]);
            boolean isNear = Math.abs((double) pixels[i] - back[i]) <= most && pixels[i] >= top == back[i] >= top;
            if (!isSame && !isNear) {
                return i;
            }
        }
        return -1;
    }
}
