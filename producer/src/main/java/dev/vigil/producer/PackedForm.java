package dev.vigil.producer;

import com.github.luben.zstd.ZstdOutputStream;
import dev.vigil.imaging.Packing;
import dev.vigil.imaging.TileCompression;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A form other than its own in which a file goes over the line, and from which it comes back byte for byte. */
enum PackedForm {
    /** Images of whole numbers in compressed tiles. It is unpacked again before it is offered, to see that it is exact. */
    RICE {
        @Override
        boolean isFor(String name) {
            return FileNames.isFrame(name);
        }

        @Override
        boolean pack(Path file, Path target) throws IOException {
            return TileCompression.packProven(file, target) instanceof Packing.Packed;
        }
    },

    /** Any bytes, with a sum by which the other side knows that it has unpacked the same. */
    ZSTD {
        @Override
        boolean isFor(String name) {
            return true;
        }

        @Override
        boolean pack(Path file, Path target) throws IOException {
            compress(file, target);
            boolean isSmaller = Files.size(target) < Files.size(file);
            if (!isSmaller) {
                Files.delete(target);
            }
            return isSmaller;
        }
    };

    private static final String ASKED = "packed=";

    /** Whether it is worth trying for a file of this name, which is not compressed already. */
    abstract boolean isFor(String name);

    /** Writes the packed form of a file, if there is one that is smaller; the target must not exist. */
    abstract boolean pack(Path file, Path target) throws IOException;

    /** The word for it in settings, queries and tags. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What stands behind the address of a file that is wanted so. */
    String query() {
        return "?" + ASKED + word();
    }

    /** The form of a word; none for any other. */
    static Optional<PackedForm> named(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
    }

    /** The form that the query of an address asks for. */
    static Optional<PackedForm> asked(String query) {
        return Optional.ofNullable(query)
                .filter(text -> text.startsWith(ASKED))
                .flatMap(text -> named(text.substring(ASKED.length())));
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
