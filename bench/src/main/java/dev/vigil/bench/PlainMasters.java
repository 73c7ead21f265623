package dev.vigil.bench;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.ImageReader;
import dev.vigil.reduction.Imaging;
import dev.vigil.reduction.masters.FinishedDetector;
import dev.vigil.reduction.masters.Master;
import dev.vigil.reduction.masters.MasterBuilder;
import dev.vigil.reduction.masters.MasterBuilder.DetectorStack;
import dev.vigil.reduction.masters.MasterDetector;
import dev.vigil.reduction.masters.MasterKind;
import dev.vigil.reduction.masters.MasterRules;
import dev.vigil.reduction.masters.MasterUse;
import dev.vigil.reduction.masters.Masters;
import dev.vigil.reduction.masters.StackInput;
import dev.vigil.reduction.pixels.FitsRows;
import dev.vigil.reduction.recipes.Outcome;
import dev.vigil.reduction.recipes.Recipe;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The plain loop's masters: made once, of all calibration frames before the first science frame, and kept in memory. */
final class PlainMasters {
    private static final Set<MasterKind> NONE_REQUIRED = EnumSet.noneOf(MasterKind.class);
    private static final Map<String, MasterKind> KINDS =
            Map.of("Bias Frame", MasterKind.BIAS, "Dark Frame", MasterKind.DARK, "Flat Field", MasterKind.FLAT);

    private final Map<MasterKind, List<PlainFrame>> frames = new EnumMap<>(MasterKind.class);
    private Masters built = Masters.NONE;
    private boolean made;

    void add(PlainFrame frame) {
        frames.computeIfAbsent(KINDS.get(frame.type()), kind -> new ArrayList<>())
                .add(frame);
    }

    /** All there are; the first to ask waits until they are made. */
    Masters all() throws IOException, BadFitsException {
        if (!made) {
            for (MasterKind kind : List.of(MasterKind.BIAS, MasterKind.DARK, MasterKind.FLAT)) {
                built = built.with(make(kind, frames.get(kind)));
            }
            made = true;
        }
        return built;
    }

    List<MasterUse> uses() {
        return built.all().stream()
                .map(master -> new MasterUse(master.kind(), master.id(), Duration.ZERO))
                .toList();
    }

    private Master make(MasterKind kind, List<PlainFrame> of) throws IOException, BadFitsException {
        List<ImageReader> readers = new ArrayList<>();
        try {
            List<StackInput> inputs = new ArrayList<>();
            for (PlainFrame frame : of) {
                readers.add(ImageReader.open(frame.file()));
                FitsRows rows = FitsRows.of(readers.get(readers.size() - 1), 0);
                inputs.add(new StackInput(frame.stem(), rows, recipe(kind, frame), scale(kind, frame)));
            }
            String detector = of.get(0).detector().name();
            List<MasterDetector> made = new ArrayList<>();
            List<DetectorStack> stacks = List.of(new DetectorStack(detector, inputs));
            done(MasterBuilder.build(kind, stacks, MasterRules.DEFAULT, each -> {
                made.add(each);
                return FinishedDetector.of(each);
            }));
            return Master.of(kind.word(), kind, made.get(0).image());
        } finally {
            for (ImageReader reader : readers) {
                reader.close();
            }
        }
    }

    private Recipe recipe(MasterKind kind, PlainFrame frame) {
        return switch (kind) {
            case BIAS -> Imaging.bias(frame.detector());
            case DARK -> done(Imaging.dark(frame.detector(), built, NONE_REQUIRED));
            case FLAT -> done(Imaging.flat(frame.detector(), built, frame.exposure(), NONE_REQUIRED));
            case FRINGE -> throw new IllegalArgumentException("a fringe frame is made of reduced frames");
        };
    }

    private static double scale(MasterKind kind, PlainFrame frame) {
        return kind == MasterKind.DARK ? 1000.0 / frame.exposure().toMillis() : 1;
    }

    static <T> T done(Outcome<T> outcome) {
        return outcome.fold(value -> value, failure -> {
            throw new IllegalStateException(failure.reason());
        });
    }
}
