package dev.vigil.reduction.recipes;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.findings.Fringes;
import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.RawRows;
import dev.vigil.reduction.pointing.Whereabouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An ordered list of steps that an astronomer can read. Its printed form is the FITS history of what it makes, and the
 * fingerprint of that form is its version.
 */
public record Recipe(String name, int version, List<Step> steps) {
    public Recipe {
        if (name.isBlank() || version < 1) {
            throw new IllegalArgumentException("A recipe has a name and a version from 1 on: " + name + " " + version);
        }
        steps = List.copyOf(steps);
        mustComeBefore(steps, PixelStep.class, CorrectStep.class, "Pixels must not change after they were corrected: ");
        mustComeBefore(steps, CorrectStep.class, MarkStep.class, "Pixels must not change after they were marked: ");
        mustComeBefore(steps, CorrectStep.class, ImageStep.class, "Pixels must not change after they were measured: ");
        mustComeBefore(steps, PixelStep.class, MarkStep.class, "Pixels must not change after they were marked: ");
        mustComeBefore(steps, PixelStep.class, ImageStep.class, "Pixels must not change after they were measured: ");
        mustComeBefore(steps, ImageStep.class, SkyStep.class, "The sky must not be asked before all is measured: ");
        mustComeBefore(steps, MarkStep.class, ImageStep.class, "Pixels must not be marked after they were measured: ");
    }

    private static void mustComeBefore(
            List<Step> steps, Class<? extends Step> first, Class<? extends Step> then, String objection) {
        boolean begun = false;
        for (Step step : steps) {
            if (begun && first.isInstance(step)) {
                throw new IllegalArgumentException(objection + step.printed());
            }
            begun |= then.isInstance(step);
        }
    }

    public static Recipe of(String name, int version, Step... steps) {
        return new Recipe(name, version, List.of(steps));
    }

    /** The same under another name, without the steps of one kind. */
    public Recipe without(String otherName, Class<? extends Step> kind) {
        return new Recipe(
                otherName,
                version,
                steps.stream().filter(step -> !kind.isInstance(step)).toList());
    }

    /** Runs all steps on one detector's raw pixels. */
    public Outcome<Reduced> reduce(RawRows raw) {
        return reduce(raw, Whereabouts.UNKNOWN);
    }

    /** Runs all steps on one detector's raw pixels, and tells those that ask where it looked. */
    public Outcome<Reduced> reduce(RawRows raw, Whereabouts whereabouts) {
        Optional<Failure> objection = objection(raw.size());
        return objection.isPresent()
                ? Outcome.failed(objection.get())
                : Outcome.done(measured(pixels(raw), whereabouts));
    }

    /** Why this recipe cannot be run on raw pixels of this size, if so. */
    public Optional<Failure> objection(Size raw) {
        Size size = raw;
        for (PixelStep step : pixelSteps()) {
            Optional<Failure> objection = step.objection(size);
            if (objection.isPresent()) {
                return objection;
            }
            size = step.after(size);
        }
        Size whole = size;
        return only(CorrectStep.class).stream()
                .flatMap(step -> step.objection(whole).stream())
                .findFirst();
    }

    private DetectorImage pixels(RawRows raw) {
        DetectorImage image = DetectorImage.empty(sizeAfter(raw.size()));
        RowBlock block = RowBlock.inCache(raw.size());
        PixelChain chain = on(raw);
        int rows = block.mostRows();
        for (int first = 0; first < raw.size().height(); first += rows) {
            chain.run(block, first, Math.min(rows, raw.size().height() - first));
            block.copyTo(image);
        }
        return image;
    }

    /** All its steps on pixels, ready to work on these. */
    public PixelChain on(RawRows raw) {
        return new PixelChain(raw, pixelSteps());
    }

    public Size sizeAfter(Size raw) {
        Size size = raw;
        for (PixelStep step : pixelSteps()) {
            size = step.after(size);
        }
        return size;
    }

    private Reduced measured(DetectorImage image, Whereabouts whereabouts) {
        Fringes fringes = corrected(image);
        Marks marks = marked(image);
        Findings findings = Findings.NONE;
        for (ImageStep step : imageSteps()) {
            findings = step.measure(image, findings);
        }
        for (SkyStep step : only(SkyStep.class)) {
            findings = step.compare(findings, image.size(), whereabouts);
        }
        return new Reduced(image, fringes, marks, findings);
    }

    private Fringes corrected(DetectorImage image) {
        Fringes fringes = new Fringes.NotAsked();
        for (CorrectStep step : only(CorrectStep.class)) {
            fringes = step.correct(image);
        }
        return fringes;
    }

    private Marks marked(DetectorImage image) {
        Marks marks = Marks.NONE;
        for (MarkStep step : only(MarkStep.class)) {
            marks = marks.and(step.mark(image));
        }
        return marks;
    }

    private List<PixelStep> pixelSteps() {
        return only(PixelStep.class);
    }

    private List<ImageStep> imageSteps() {
        return only(ImageStep.class);
    }

    private <S extends Step> List<S> only(Class<S> kind) {
        List<S> found = new ArrayList<>();
        steps.stream().filter(kind::isInstance).map(kind::cast).forEach(found::add);
        return found;
    }

    /** The steps as a person reads them, one to a line. */
    public List<String> printed() {
        return steps.stream().map(Step::printed).collect(Collectors.toList());
    }

    /** SHA-256 of the printed form: two recipes with the same fingerprint do the same. */
    public String fingerprint() {
        return Fingerprint.of(toString());
    }

    @Override
    public String toString() {
        return "recipe " + name + " version " + version + "\n" + String.join("\n", printed());
    }
}
