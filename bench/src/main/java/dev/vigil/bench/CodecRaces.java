package dev.vigil.bench;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.Packing;
import dev.vigil.imaging.TileCompression;
import dev.vigil.imaging.Undoing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Packing and unpacking a frame, from file to file. */
record CodecRaces(Path frame, Path packed) {

    /** The packed file stays, for those who unpack it. */
    static List<Race> over(Path frame) throws IOException {
        Path packed = frame.resolveSibling("packed.fits.fz");
        checkPacked(TileCompression.pack(frame, packed));
        CodecRaces races = new CodecRaces(frame, packed);
        return List.of(races.packing(), races.unpacking(), races.proving());
    }

    private Race packing() {
        Path target = frame.resolveSibling(frame.getFileName() + ".fz");
        return new Race(
                "RICE: pack",
                Optional.of(target),
                Contestant.here(() -> checkPacked(TileCompression.pack(frame, target))),
                Contestant.program("fpack", frame.toString()),
                Optional.of(Contestant.here(() -> LibraryCodec.pack(frame, target))));
    }

    private Race unpacking() {
        Path target = frame.resolveSibling("unpacked.fits");
        return new Race(
                "RICE: unpack",
                Optional.of(target),
                Contestant.here(() -> unpack(target)),
                Contestant.program("funpack", "-O", target.toString(), packed.toString()),
                Optional.of(Contestant.here(() -> LibraryCodec.unpack(packed, target))));
    }

    private void unpack(Path target) throws IOException, BadFitsException {
        TileCompression.unpack(packed, target);
        if (Files.size(target) != Files.size(frame)) {
            throw new IOException("unpacked, the frame has another size than before");
        }
    }

    /** What the line needs besides: unpacked without being written, compared and digested. */
    private Race proving() {
        return new Race(
                "RICE: prove that packing is undone",
                Optional.empty(),
                Contestant.here(() -> checkUndone(TileCompression.undo(packed, frame))),
                Optional.empty(),
                Optional.empty());
    }

    private static void checkPacked(Packing packing) throws IOException {
        if (packing instanceof Packing.Refused refused) {
            throw new IOException("the frame was not packed: " + refused.why());
        }
    }

    private static void checkUndone(Undoing undoing) throws IOException {
        if (undoing instanceof Undoing.Different different) {
            throw new IOException("unpacked, the frame is another: " + different.why());
        }
    }
}
