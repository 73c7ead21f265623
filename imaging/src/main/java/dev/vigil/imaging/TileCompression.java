package dev.vigil.imaging;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Packs images of whole numbers without loss, as {@code fpack} does (RICE_1, a tile for each row), and unpacks them again; with loss only
 * where it is told to. A few rows are in memory, never a file.
 */
public final class TileCompression {
    private static final int BUFFER = 1 << 16;

    private TileCompression() {}

    /**
     * Writes the packed form of a plain FITS file; the target must not exist. Refuses a file in which no HDU is an image of whole
     * numbers (floating-point pixels cannot be packed without loss), that holds packed ones already, or that would not be
     * smaller.
     */
    public static Packing pack(Path fits, Path packed) throws IOException {
        return pack(fits, packed, new ExactPacker());
    }

    /**
     * Writes a form of a plain FITS file whose pixels are told in steps of their noise, which its headers say; the target must not
     * exist. Every pixel is read back and compared before this says that it is packed. Refuses what {@link #pack} refuses, but for
     * floating-point pixels, and a file that would not be a tenth smaller than packed without loss: that is not worth a loss.
     */
    public static Packing packWithLoss(Path fits, Path packed, Loss loss) throws IOException {
        LossyPacker packer = new LossyPacker(loss);
        Packing packing = pack(fits, packed, packer);
        if (packing instanceof Packing.Packed) {
            Optional<String> wrong = farOrRemove(packed, fits, packer);
            if (wrong.isPresent()) {
                Files.delete(packed);
                return new Packing.Refused("it would not come back as it should: " + wrong.get());
            }
        }
        return packing;
    }

    private static Optional<String> farOrRemove(Path packed, Path fits, LossyPacker packer) throws IOException {
        try {
            return packer.far(packed, fits);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(packed);
            throw failed;
        }
    }

    private static Packing pack(Path fits, Path packed, ImagePacker packer) throws IOException {
        try {
            Sources.checkIsFile(fits);
            return Sources.isStream(fits)
                    ? new Packing.Refused("the file is compressed already")
                    : PackedFile.write(fits, packed, packer);
        } catch (BadFitsException bad) {
            return new Packing.Refused(bad.getMessage());
        }
    }

    /** Packs, and keeps the packed file only if unpacking it gives back the original byte for byte. */
    public static Packing packProven(Path fits, Path packed) throws IOException {
        Packing packing = pack(fits, packed);
        if (packing instanceof Packing.Packed && undoOrRemove(packed, fits) instanceof Undoing.Different different) {
            Files.delete(packed);
            return new Packing.Refused("it would not be exactly undone: " + different.why());
        }
        return packing;
    }

    private static Undoing undoOrRemove(Path packed, Path fits) throws IOException {
        try {
            return undo(packed, fits);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(packed);
            throw failed;
        }
    }

    /** Unpacks without writing, and compares with the original. */
    public static Undoing undo(Path packed, Path original) throws IOException {
        MessageDigest digest = Sha256.start();
        try (InputStream in = Files.newInputStream(original);
                ComparingStream compared = new ComparingStream(in)) {
            unpack(packed, new DigestOutputStream(compared, digest));
            OptionalLong difference = compared.firstDifference();
            return difference.isPresent()
                    ? new Undoing.Different("byte " + difference.getAsLong() + " is the first that differs")
                    : new Undoing.Exact(Sha256.hex(digest));
        } catch (BadFitsException bad) {
            return new Undoing.Different(bad.getMessage());
        }
    }

    /** Writes the plain form of a packed file; the target must not exist. Says how many bytes it has. */
    public static long unpack(Path packed, Path plain) throws IOException, BadFitsException {
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(plain, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), BUFFER)) {
            return unpack(packed, out);
        }
    }

    /**
     * Writes the plain form of a packed file, leaves the stream open, and says how many bytes it wrote. Unlike {@link Unpack} it
     * gives back CHECKSUM and DATASUM as they were, right or wrong: whoever packed the file knows the original's digest.
     */
    public static long unpack(Path packed, OutputStream plain) throws IOException, BadFitsException {
        Sources.checkIsFile(packed);
        return Unpack.unpack(packed, FitsFile.read(packed), plain, Unpack.Sums.KEPT);
    }
}
