package dev.vigil.reduction.masters;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MasterPiece;
import dev.vigil.reduction.recipes.Failure;
import dev.vigil.reduction.recipes.RowBlock;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** A combined calibration of one detector. A recipe can be written down, and its fingerprint taken, from the id alone. */
public final class Master {
    private static final int PIXELS_AT_ONCE = 64 * 1024;

    private final String id;
    private final MasterKind kind;
    private final Optional<MasterRows> pixels;

    private Master(String id, MasterKind kind, Optional<MasterRows> pixels) {
        this.id = Objects.requireNonNull(id);
        this.kind = Objects.requireNonNull(kind);
        this.pixels = Objects.requireNonNull(pixels);
    }

    public static Master of(String id, MasterKind kind, DetectorImage image) {
        return of(id, kind, MasterRows.of(image));
    }

    public static Master of(String id, MasterKind kind, MasterRows pixels) {
        return new Master(id, kind, Optional.of(pixels));
    }

    /** One whose pixels nobody will ask for. */
    public static Master named(String id, MasterKind kind) {
        return new Master(id, kind, Optional.empty());
    }

    public String id() {
        return id;
    }

    public MasterKind kind() {
        return kind;
    }

    public MasterRows pixels() {
        return pixels.orElseThrow(() -> new IllegalStateException("the pixels of " + id + " are not read yet"));
    }

    /** The pixels that belong to those of the block, which gets their marks. */
    public MasterPiece markedUnder(RowBlock block) {
        MasterPiece room = block.roomForMaster();
        pixels().mark(block.firstRow(), block.rows(), block.mask(), room);
        pixels().read(block.firstRow(), block.rows(), room);
        return room;
    }

    /** Whether all its values there are above zero; false, too, where nobody knows without reading them. */
    public boolean isKnownPositiveUnder(RowBlock block) {
        return pixels().areKnownPositive(block.firstRow(), block.rows());
    }

    /** Goes through all its pixels, some rows at a time. */
    public void each(Pieces visitor) {
        int width = pixels().size().width();
        int height = pixels().size().height();
        int rowsAtOnce = Math.max(1, PIXELS_AT_ONCE / width);
        MasterPiece room = MasterPiece.room(width * rowsAtOnce);
        int[] marks = new int[width * rowsAtOnce];
        for (int row = 0; row < height; row += rowsAtOnce) {
            int rows = Math.min(rowsAtOnce, height - row);
            Arrays.fill(marks, 0);
            pixels().mark(row, rows, marks, room);
            pixels().read(row, rows, room);
            visitor.visit(row * width, rows * width, room, marks);
        }
    }

    /** Sees so many pixels of an image, the first of which is that one, with those of the master that belong to them. */
    @FunctionalInterface
    public interface Pieces {
        void visit(int first, int count, MasterPiece piece, int[] marks);
    }

    public void mustBe(MasterKind wanted) {
        if (kind != wanted) {
            throw new IllegalArgumentException(
                    "The master " + id + " is a " + kind.word() + ", not a " + wanted.word());
        }
    }

    public Optional<Failure> objection(Size size) {
        return pixels().size().equals(size) ? Optional.empty() : Optional.of(doesNotFit(size));
    }

    private Failure doesNotFit(Size size) {
        return new Failure(
                Failure.Kind.MASTER_DOES_NOT_FIT,
                "The " + kind.word() + " master " + id + " is " + pixels().size() + " pixels and the frame is " + size,
                "Check that the frames of this configuration agree in window and binning, and build the master again");
    }
}
