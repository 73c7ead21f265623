package dev.vigil.imaging;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.ZipException;

/** Turns {@code .gz}, {@code .bz2} and tile-compressed ({@code .fz}) FITS into plain FITS, the same bytes every time. */
public final class Unpack {
    private final FileChannel file;
    private final FitsFile fits;
    private final OutputStream out;
    private final Sums sums;
    private long written;

    private Unpack(FileChannel file, FitsFile fits, OutputStream out, Sums sums) {
        this.file = file;
        this.fits = fits;
        this.out = out;
        this.sums = sums;
    }

    /** What becomes of the sums that an original's header states. */
    enum Sums {
        /** They are given back where they hold; data that do not sum to theirs are an error, if nothing was lost. */
        CHECKED,
        /** They are given back whatever they are, for somebody who has a digest. */
        KEPT
    }

    /** Whether the file is gzipped, bzipped or tile-compressed, by its content and not by its name. */
    public static boolean isPacked(Path file) throws IOException, BadFitsException {
        Sources.checkIsFile(file);
        return Sources.isStream(file) || isTileCompressed(FitsFile.read(file));
    }

    /** Writes the plain FITS of a file of any of these kinds; the target must not exist. Says how many bytes it has. */
    public static long toPlain(Path packed, Path plain) throws IOException, BadFitsException {
        Sources.checkIsFile(packed);
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(plain, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), 1 << 16)) {
            return toPlain(packed, out);
        }
    }

    /** Writes the plain FITS of a file of any of these kinds, leaves the stream open, and says how many bytes it wrote. */
    public static long toPlain(Path packed, OutputStream plain) throws IOException, BadFitsException {
        Sources.checkIsFile(packed);
        if (Sources.isStream(packed)) {
            return uncompress(packed, plain);
        }
        FitsFile fits = FitsFile.read(packed);
        return isTileCompressed(fits) ? unpack(packed, fits, plain, Sums.CHECKED) : Files.copy(packed, plain);
    }

    static boolean isTileCompressed(FitsFile fits) {
        return fits.hdus().stream().anyMatch(Hdu::isTileCompressed);
    }

    private static long uncompress(Path packed, OutputStream plain) throws IOException, BadFitsException {
        try (InputStream in = StreamCompression.of(packed).open(Files.newInputStream(packed))) {
            return in.transferTo(plain);
        } catch (EOFException cut) {
            throw StreamCompression.cutShort();
        } catch (ZipException damaged) {
            throw StreamCompression.damaged(damaged);
        }
    }

    static long unpack(Path packed, FitsFile fits, OutputStream plain, Sums sums) throws IOException, BadFitsException {
        try (FileChannel file = FileChannel.open(packed, StandardOpenOption.READ)) {
            Unpack unpack = new Unpack(file, fits, plain, sums);
            for (Hdu hdu : fits.hdus()) {
                unpack.hdu(hdu);
            }
            return unpack.written;
        }
    }

    private void hdu(Hdu hdu) throws IOException, BadFitsException {
        if (hdu.isTileCompressed()) {
            uncompress(hdu);
        } else if (!isStandIn(hdu)) {
            copy(hdu);
        }
    }

    /** The empty primary HDU that a packer puts before an image that was the primary itself. */
    private boolean isStandIn(Hdu hdu) {
        return hdu.index() == 0
                && hdu.dataBytes() == 0
                && fits.hdus().size() > 1
                && fits.hdus().get(1).header().has("ZSIMPLE");
    }

    private void copy(Hdu hdu) throws IOException, BadFitsException {
        try (InputStream slice = new ChannelSlice(file, fits.headerOffset(hdu), hdu.end())) {
            long copied = slice.transferTo(out);
            written += copied;
            if (copied < hdu.end() - fits.headerOffset(hdu)) {
                throw BadFitsException.cutShort("the file ends within HDU " + hdu.index());
            }
        }
    }

    private void uncompress(Hdu hdu) throws IOException, BadFitsException {
        TiledImage image = TiledImage.open(file, hdu, fits.headerOffset(hdu));
        List<String> cards = UnpackedHeader.cardsOf(rawHeader(hdu));
        OptionalLong stated = hdu.header().integer("ZDATASUM");
        if (sums == Sums.KEPT) {
            write(UnpackedHeader.bytesOf(cards));
            image.write(this::write);
        } else if (!hdu.header().has("ZDATASUM") && !hdu.header().has("ZHECKSUM")) {
            write(UnpackedHeader.bytesOf(cards));
            image.write(this::write);
        } else if (image.isWholeNumbers() && stated.isPresent()) {
            uncompressProven(hdu, image, cards, stated.getAsLong());
        } else {
            FitsChecksum sum = sumOf(image);
            write(headerOf(cards, stated.orElse(sum.sum()) == sum.sum(), sum));
            image.write(this::write);
        }
    }

    private static FitsChecksum sumOf(TiledImage image) throws IOException, BadFitsException {
        FitsChecksum sum = new FitsChecksum();
        image.write((bytes, length) -> sum.add(bytes, 0, length));
        return sum;
    }

    /** The sum is known before the data are, so that they are uncompressed only once. */
    private void uncompressProven(Hdu hdu, TiledImage image, List<String> cards, long stated)
            throws IOException, BadFitsException {
        write(headerOf(cards, true, new FitsChecksum().add(stated)));
        FitsChecksum sum = new FitsChecksum();
        image.write((bytes, length) -> {
            sum.add(bytes, 0, length);
            write(bytes, length);
        });
        if (sum.sum() != stated) {
            throw new BadFitsException("the uncompressed data of HDU " + hdu.index() + " sum to " + sum.sum()
                    + ", ZDATASUM says " + stated);
        }
    }

    /** The original's sums are given back where they hold, and left out where the compression was lossy. */
    private static byte[] headerOf(List<String> cards, boolean sumHolds, FitsChecksum data) {
        byte[] header = UnpackedHeader.bytesOf(cards);
        boolean all = data.add(header, 0, header.length).sum() == FitsChecksum.ALL_ONES;
        return sumHolds && all ? header : UnpackedHeader.bytesOf(UnpackedHeader.withoutSums(cards));
    }

    private byte[] rawHeader(Hdu hdu) throws IOException {
        long offset = fits.headerOffset(hdu);
        try (InputStream slice = new ChannelSlice(file, offset, hdu.dataOffset())) {
            return slice.readAllBytes();
        }
    }

    private void write(byte[] header) throws IOException {
        write(header, header.length);
    }

    private void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        written += length;
    }
}
