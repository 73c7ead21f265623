package dev.vigil.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Reads pixels from a FITS file, plain, gzipped or tile-compressed, as physical values. */
public final class ImageReader implements AutoCloseable {
    private static final int PIECE = 1 << 18;

    private final Path plain;
    private final boolean isTemporary;
    private final FitsFile file;
    private final FileChannel channel;
    private Optional<Uncompressed> last = Optional.empty();

    private ImageReader(Path plain, boolean isTemporary) throws IOException, BadFitsException {
        this.plain = plain;
        this.isTemporary = isTemporary;
        this.file = FitsFile.read(plain);
        this.channel = FileChannel.open(plain, StandardOpenOption.READ);
    }

    /** Opens a file; a gzipped or bzipped one is uncompressed into a temporary file first, which goes when the reader is closed. */
    public static ImageReader open(Path path) throws IOException, BadFitsException {
        Sources.checkIsFile(path);
        return Sources.isStream(path) ? openStream(path) : new ImageReader(path, false);
    }

    private static ImageReader openStream(Path path) throws IOException, BadFitsException {
        Path temporary = Files.createTempFile("vigil-", ".fits");
        try {
            Files.delete(temporary);
            Unpack.toPlain(path, temporary);
            return new ImageReader(temporary, true);
        } catch (IOException | BadFitsException | RuntimeException failed) {
            Files.deleteIfExists(temporary);
            throw failed;
        }
    }

    public FitsFile file() {
        return file;
    }

    /** The whole image of an HDU, BSCALE and BZERO applied, BLANK as NaN. */
    public Image read(int hdu) throws IOException, BadFitsException {
        return readRows(hdu, 0, Axes.of(hdu(hdu)).height());
    }

    /** Some rows, counted from 0, of the image of an HDU. */
    public Image readRows(int hdu, int firstRow, int rows) throws IOException, BadFitsException {
        Hdu wanted = hdu(hdu);
        Axes axes = axesOf(wanted, firstRow, rows);
        float[] pixels = new float[Math.multiplyExact(axes.width(), rows)];
        readRows(wanted, axes, firstRow, rows, pixels);
        return new Image(axes.width(), rows, pixels);
    }

    /** The same, put at the start of an array that has room for them. */
    public void readRows(int hdu, int firstRow, int rows, float[] into) throws IOException, BadFitsException {
        Hdu wanted = hdu(hdu);
        readRows(wanted, axesOf(wanted, firstRow, rows), firstRow, rows, into);
    }

    private static Axes axesOf(Hdu hdu, int firstRow, int rows) throws BadFitsException {
        Axes axes = Axes.of(hdu);
        if (firstRow < 0 || rows < 1 || firstRow > axes.height() - rows) {
            throw new IllegalArgumentException("rows " + firstRow + " to " + (firstRow + rows - 1)
                    + " are not within the " + axes.height() + " of HDU " + hdu.index());
        }
        return axes;
    }

    private void readRows(Hdu hdu, Axes axes, int firstRow, int rows, float[] into)
            throws IOException, BadFitsException {
        if (hdu.isTileCompressed()) {
            uncompressed(hdu).rows(firstRow, rows, into);
        } else {
            plainRows(hdu, axes, firstRow, rows, into);
        }
    }

    private Hdu hdu(int index) throws BadFitsException {
        if (index < 0 || index >= file.hdus().size()) {
            throw new BadFitsException(
                    "there is no HDU " + index + ", the file has " + file.hdus().size());
        }
        return file.hdus().get(index);
    }

    private void plainRows(Hdu hdu, Axes axes, int firstRow, int rows, float[] pixels)
            throws IOException, BadFitsException {
        checkIsThere(hdu);
        int bitpix = (int) hdu.header().integer("BITPIX").orElseThrow();
        PixelDecoder decoder = PixelDecoder.of(hdu.header(), bitpix);
        int wanted = Math.multiplyExact(axes.width(), rows);
        byte[] piece = new byte[(int) Math.min(PIECE, (long) wanted * decoder.bytesPerPixel())];
        int perPiece = PIECE / decoder.bytesPerPixel();
        long position = hdu.dataOffset() + (long) firstRow * axes.width() * decoder.bytesPerPixel();
        for (int at = 0; at < wanted; at += perPiece) {
            int count = Math.min(perPiece, wanted - at);
            int length = count * decoder.bytesPerPixel();
            readFully(hdu, piece, length, position);
            decoder.decode(piece, 0, count, pixels, at);
            position += length;
        }
    }

    /** Before memory is set aside for what a header only claims. */
    private void checkIsThere(Hdu hdu) throws IOException, BadFitsException {
        if (channel.size() < hdu.dataOffset() + hdu.dataBytes()) {
            throw BadFitsException.cutShort("the file ends within the data of HDU " + hdu.index());
        }
    }

    private void readFully(Hdu hdu, byte[] piece, int length, long position) throws IOException, BadFitsException {
        ByteBuffer target = ByteBuffer.wrap(piece, 0, length);
        while (target.hasRemaining()) {
            if (channel.read(target, position + target.position()) < 0) {
                throw BadFitsException.cutShort("the file ends within the data of HDU " + hdu.index());
            }
        }
    }

    /** Callers ask for one HDU row by row, so the last one is kept; several may ask at once. */
    private synchronized Uncompressed uncompressed(Hdu hdu) throws IOException, BadFitsException {
        if (last.isEmpty() || last.get().hdu() != hdu.index()) {
            last = Optional.empty();
            last = Optional.of(new Uncompressed(
                    hdu.index(),
                    TiledImage.open(channel, hdu, file.headerOffset(hdu)).image(hdu)));
        }
        return last.get();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (isTemporary) {
            Files.deleteIfExists(plain);
        }
    }

    /** An image that was tile-compressed. */
    private record Uncompressed(int hdu, Image image) {
        void rows(int first, int rows, float[] into) {
            System.arraycopy(image.pixels(), first * image.width(), into, 0, image.width() * rows);
        }
    }
}
