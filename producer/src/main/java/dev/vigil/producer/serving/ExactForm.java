package dev.vigil.producer.serving;

import com.github.luben.zstd.ZstdOutputStream;
import dev.vigil.common.files.FrameNames;
import dev.vigil.imaging.Packing;
import dev.vigil.imaging.TileCompression;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A form from which a file comes back byte for byte. */
enum ExactForm implements PackedForm {
    /** Images of whole numbers in compressed tiles. It is unpacked again before it is offered, to see that it is exact. */
    RICE {
        @Override
        public boolean isFor(String name) {
            return FrameNames.includes(name);
        }

        @Override
        public boolean pack(Path file, Path target) throws IOException {
            return TileCompression.packProven(file, target) instanceof Packing.Packed;
        }
    },

    /** Any bytes, with a sum by which the other side knows that it has unpacked the same. */
    ZSTD {
        @Override
        public boolean isFor(String name) {
            return true;
        }

        @Override
        public boolean pack(Path file, Path target) throws IOException {
            compress(file, target);
            boolean isSmaller = Files.size(target) < Files.size(file);
            if (!isSmaller) {
                Files.delete(target);
            }
            return isSmaller;
        }
    };

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isExact() {
        return true;
    }

    /** The form of a word; none for any other. */
    static Optional<ExactForm> named(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
    }

    /** The library brings its own machine code, which not every machine lets it load. */
    private static void compress(Path file, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target);
                ZstdOutputStream packed = new ZstdOutputStream(out)) {
            packed.setChecksum(true);
            Files.copy(file, packed);
        } catch (LinkageError notHere) {
            throw new IOException("zstd does not run on this machine; set another producer.packaging", notHere);
        }
    }
}
