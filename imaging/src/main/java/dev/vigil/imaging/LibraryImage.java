package dev.vigil.imaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import nom.tam.util.ArrayFuncs;

/** A tile-compressed image of any kind, uncompressed as a whole by nom-tam-fits. */
final class LibraryImage implements TiledImage {
    private final Buffer stored;

    private LibraryImage(Buffer stored) {
        this.stored = stored;
    }

    /** Reads and uncompresses the HDU whose header begins at the offset. */
    static LibraryImage read(FileChannel file, Hdu hdu, long headerOffset) throws IOException, BadFitsException {
        InputStream alone = new SequenceInputStream(
                new ByteArrayInputStream(emptyPrimary()), new ChannelSlice(file, headerOffset, hdu.end()));
        try (Fits fits = new Fits(alone)) {
            return new LibraryImage(uncompress(fits.getHDU(1), hdu));
        } catch (RuntimeException failed) {
            throw new BadFitsException("HDU " + hdu.index() + " cannot be uncompressed: " + reason(failed));
        }
    }

    private static Buffer uncompress(BasicHDU<?> found, Hdu hdu) throws BadFitsException {
        if (found instanceof CompressedImageHDU compressed) {
            return bufferOf(ArrayFuncs.flatten(compressed.asImageHDU().getKernel()), hdu);
        }
        throw new BadFitsException("HDU " + hdu.index() + " is not tile-compressed");
    }

    private static Buffer bufferOf(Object values, Hdu hdu) throws BadFitsException {
        if (values instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        } else if (values instanceof short[] shorts) {
            return ShortBuffer.wrap(shorts);
        } else if (values instanceof int[] ints) {
            return IntBuffer.wrap(ints);
        } else if (values instanceof long[] longs) {
            return LongBuffer.wrap(longs);
        } else if (values instanceof float[] floats) {
            return FloatBuffer.wrap(floats);
        } else if (values instanceof double[] doubles) {
            return DoubleBuffer.wrap(doubles);
        }
        throw new BadFitsException("HDU " + hdu.index() + " holds pixels of an unknown type");
    }

    private static String reason(Exception failed) {
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }

    /** What nom-tam-fits wants to see before an extension. */
    private static byte[] emptyPrimary() {
        return CardWriter.bytesOf(StructuralCards.of(OutputHdu.empty(Header.EMPTY), 0, 2));
    }

    @Override
    public int bitpix() {
        List<Class<? extends Buffer>> whole =
                List.of(ByteBuffer.class, ShortBuffer.class, IntBuffer.class, LongBuffer.class);
        for (int i = 0; i < whole.size(); i++) {
            if (whole.get(i).isInstance(stored)) {
                return 8 << i;
            }
        }
        return stored instanceof FloatBuffer ? -32 : -64;
    }

    @Override
    public void write(BlockBuffer.Sink sink) throws IOException {
        BlockBuffer out = new BlockBuffer(sink);
        if (stored instanceof ByteBuffer bytes) {
            for (int i = 0; i < bytes.limit(); i++) {
                out.putByte(bytes.get(i));
            }
        } else if (stored instanceof ShortBuffer shorts) {
            for (int i = 0; i < shorts.limit(); i++) {
                out.putShort(shorts.get(i));
            }
        } else if (stored instanceof IntBuffer ints) {
            for (int i = 0; i < ints.limit(); i++) {
                out.putInt(ints.get(i));
            }
        } else {
            writeWide(out);
        }
        out.finish();
    }

    private void writeWide(BlockBuffer out) throws IOException {
        if (stored instanceof FloatBuffer floats) {
            for (int i = 0; i < floats.limit(); i++) {
                out.putFloat(floats.get(i));
            }
        } else if (stored instanceof DoubleBuffer doubles) {
            for (int i = 0; i < doubles.limit(); i++) {
                out.putLong(Double.doubleToLongBits(doubles.get(i)));
            }
        } else if (stored instanceof LongBuffer longs) {
            for (int i = 0; i < longs.limit(); i++) {
                out.putLong(longs.get(i));
            }
        }
    }
}
