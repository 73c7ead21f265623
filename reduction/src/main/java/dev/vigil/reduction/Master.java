package dev.vigil.reduction;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A combined calibration of one detector. A recipe can be written down, and its fingerprint taken, from the id alone;
 * the pixels are fetched when the first block needs them, and then kept.
 */
public final class Master {
    private final String id;
    private final MasterKind kind;
    private final Supplier<DetectorImage> source;
    private DetectorImage image;

    private Master(String id, MasterKind kind, Supplier<DetectorImage> source) {
        this.id = Objects.requireNonNull(id);
        this.kind = Objects.requireNonNull(kind);
        this.source = Objects.requireNonNull(source);
    }

    public static Master of(String id, MasterKind kind, DetectorImage image) {
        return new Master(id, kind, () -> image);
    }

    public static Master later(String id, MasterKind kind, Supplier<DetectorImage> source) {
        return new Master(id, kind, source);
    }

    public String id() {
        return id;
    }

    public MasterKind kind() {
        return kind;
    }

    public synchronized DetectorImage image() {
        if (image == null) {
            image = source.get();
        }
        return image;
    }

    void mustBe(MasterKind wanted) {
        if (kind != wanted) {
            throw new IllegalArgumentException(
                    "The master " + id + " is a " + kind.word() + ", not a " + wanted.word());
        }
    }

    Optional<Failure> objection(Size size) {
        return image().size().equals(size) ? Optional.empty() : Optional.of(doesNotFit(size));
    }

    private Failure doesNotFit(Size size) {
        return new Failure(
                Failure.Kind.MASTER_DOES_NOT_FIT,
                "The " + kind.word() + " master " + id + " is " + image().size() + " pixels and the frame is " + size,
                "Check that the frames of this configuration agree in window and binning, and build the master again");
    }
}
