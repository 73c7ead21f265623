package dev.vigil.reduction.steps;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Leak;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.RawRows;
import dev.vigil.reduction.recipes.Failure;
import dev.vigil.reduction.recipes.PixelStep;
import dev.vigil.reduction.recipes.RowBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes from each amplifier the ghosts of those that are read at the same time: a share of their raw counts above their
 * overscan. Both are looked at before trimming, as they were read.
 */
public record SubtractCrosstalk(Detector detector) implements PixelStep {
    @Override
    public Optional<Failure> objection(Size size) {
        return new Trim(detector).objection(size);
    }

    @Override
    public Work on(RawRows raw) {
        List<Ghost> ghosts = new ArrayList<>();
        Map<Source, OverscanLevel> levels = new HashMap<>();
        for (Leak leak : detector.leaks()) {
            RawRows there = leak.hdu() == detector.hdu() ? raw : raw.beside(leak.hdu());
            OverscanLevel level = levels.computeIfAbsent(
                    new Source(leak.hdu(), leak.from()),
                    source -> OverscanLevel.of(detector.overscan(), source.amplifier(), there));
            ghosts.add(new Ghost(leak, there, level));
        }
        return block -> ghosts.forEach(ghost -> ghost.leave(block));
    }

    /** What leaks: its level is the same wherever it leaks to. */
    private record Source(int hdu, Amplifier amplifier) {}

    /** One leak in one image. */
    private static final class Ghost {
        private final Leak leak;
        private final RawRows there;
        private final OverscanLevel level;
        private final float[] row;

        Ghost(Leak leak, RawRows there, OverscanLevel level) {
            this.leak = leak;
            this.there = there;
            this.level = level;
            this.row = new float[there.size().width()];
        }

        void leave(RowBlock block) {
            Section data = leak.to().dataSection();
            block.within(data, (from, to) -> {
                int y = leak.rowBeside(block.firstRow() + (from - data.x()) / block.width());
                there.read(y, 1, row);
                subtract(block.science(), from, to, level.at(row, 0, y));
            });
        }

        /** A pixel that is no number leaves no ghost that anybody knows. */
        private void subtract(float[] science, int from, int to, float pedestal) {
            Section source = leak.from().dataSection();
            float share = (float) leak.coefficient();
            int at = leak.mirroredX() ? source.endX() - 1 : source.x();
            int step = leak.mirroredX() ? -1 : 1;
            for (int i = from; i < to; i++, at += step) {
                float ghost = share * (row[at] - pedestal);
                science[i] -= Float.isFinite(ghost) ? ghost : 0;
            }
        }
    }

    @Override
    public void tell(Header.Builder cards) {
        cards.put("XTALKCOR", detector.leaks().size(), "crosstalk coefficients that were applied");
    }

    @Override
    public String printed() {
        return "subtract crosstalk: "
                + detector.leaks().stream().map(Leak::toString).collect(Collectors.joining(", "));
    }
}
