package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.reduction.astrometry.Placement;
import dev.vigil.reduction.detectors.Assembly;
import dev.vigil.reduction.ephemeris.Circumstances;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.findings.Measurement;
import dev.vigil.reduction.pointing.PixelScale;
import dev.vigil.reduction.recipes.Fingerprint;
import dev.vigil.reduction.recipes.Recipe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A reduced frame as the HDUs of its file: a primary header that tells the story, then SCI, UNCERT, MASK and CATALOG for
 * each detector. What is written follows from what goes in, and from nothing else.
 *
 * @param bad the detectors that could not be reduced, with the reason
 */
public record ReducedFrame(
        ProductStory story, Header rawPrimary, List<ReducedDetector> detectors, Map<String, String> bad) {
    public ReducedFrame {
        detectors = List.copyOf(detectors);
        bad = Collections.unmodifiableMap(new TreeMap<>(bad));
        if (detectors.isEmpty()) {
            throw new IllegalArgumentException("A reduced frame has at least one detector");
        }
    }

    public List<OutputHdu> hdus() {
        List<OutputHdu> hdus = new ArrayList<>();
        hdus.add(OutputHdu.empty(primary()));
        for (int i = 0; i < detectors.size(); i++) {
            add(hdus, detectors.get(i), i + 1);
        }
        return hdus;
    }

    private void add(List<OutputHdu> hdus, ReducedDetector detector, int number) {
        Planes planes = new Planes(detector.detector().name(), number, "electron");
        hdus.add(planes.science(imageCards(detector), detector.planes()));
        hdus.add(planes.uncertainty(detector.planes()));
        hdus.add(planes.mask(detector.planes()));
        Findings findings = detector.findings();
        findings.catalogue()
                .map(catalogue -> planes.catalogue(
                        catalogue, findings.placement().coordinates(), Magnitudes.by(findings.photometry())))
                .ifPresent(hdus::add);
    }

    private Header.Builder imageCards(ReducedDetector detector) {
        Header.Builder cards = PlacementCards.into(
                RawCards.image(detector.raw(), detector.detector().hdu() == 0, Assembly.of(detector.detector())),
                detector.findings().placement());
        MarkCards.add(cards, detector.marks());
        MeasurementCards.add(cards, detector.findings().measurement(), scale(detector));
        PhotometryCards.add(cards, detector.findings().photometry());
        detector.recipe().steps().forEach(step -> step.tell(cards));
        detector.fringes().tell(cards);
        detector.recipe().printed().forEach(cards::history);
        return cards;
    }

    /** Seconds of arc per pixel of the first detector that knows. */
    private OptionalDouble scale() {
        return firstKnown(detectors.stream().map(this::scale));
    }

    /** Seconds of arc per pixel, as the stars say, else the detector's header, else that of the whole frame. */
    private OptionalDouble scale(ReducedDetector detector) {
        return firstKnown(Stream.of(
                detector.findings()
                        .placement()
                        .coordinates()
                        .map(found -> OptionalDouble.of(found.map().arcsecondsPerPixel()))
                        .orElseGet(OptionalDouble::empty),
                PixelScale.of(detector.raw()),
                PixelScale.of(rawPrimary)));
    }

    private static OptionalDouble firstKnown(Stream<OptionalDouble> scales) {
        return scales.filter(OptionalDouble::isPresent).findFirst().orElseGet(OptionalDouble::empty);
    }

    private Header primary() {
        Header.Builder cards = RawCards.primary(rawPrimary);
        StoryCards.add(cards, story);
        Recipe recipe = detectors.get(0).recipe();
        cards.put("REDUCTID", story.reductionId(), "hash of frame, recipe and masters");
        cards.put("RECIPE", recipe.name(), "the recipe");
        cards.put("RECIPEV", recipe.version(), "its version");
        cards.put("RECIPEFP", fingerprint(), "SHA-256 of its printed steps");
        cards.put("NDETECT", detectors.size(), "detectors in this file");
        FrameSummary.addBad(cards, bad);
        MarkCards.add(cards, marks());
        MeasurementCards.add(cards, measurement(), scale());
        SkySummary.of(detectors.stream()
                        .map(detector -> detector.findings().placement())
                        .toList())
                .add(cards);
        PhotometrySummary.of(detectors.stream()
                        .map(detector -> detector.findings().photometry())
                        .toList())
                .add(cards);
        CircumstanceCards.add(cards, circumstances());
        history(cards, recipe);
        return cards.build();
    }

    /** Where all detectors went the same way, the primary tells it; else each extension tells its own. */
    private void history(Header.Builder cards, Recipe first) {
        if (detectors.size() == 1) {
            first.toString().lines().forEach(cards::history);
        } else {
            cards.history("recipe " + first.name() + " version " + first.version()
                    + ": the steps of each detector are in its SCI extension");
        }
    }

    /** One fingerprint for the recipes of all detectors. */
    public String fingerprint() {
        return fingerprint(detectors.stream().map(ReducedDetector::recipe).toList());
    }

    /** The fingerprint of a frame that will be reduced by these recipes, one for each detector. */
    public static String fingerprint(List<Recipe> recipes) {
        return recipes.size() == 1
                ? recipes.get(0).fingerprint()
                : Fingerprint.of(String.join(
                        "\n", recipes.stream().map(Recipe::fingerprint).toList()));
    }

    /** Whether other frames were asked by how much their headers were wrong. */
    public boolean hasAskedOtherFrames() {
        return detectors.stream()
                .map(detector -> detector.findings().placement())
                .anyMatch(place -> place instanceof Placement.Tried tried
                        && tried.solution().hasAskedOtherFrames());
    }

    /** The same under another story. */
    public ReducedFrame with(ProductStory other) {
        return new ReducedFrame(other, rawPrimary, detectors, bad);
    }

    private Marks marks() {
        return Marks.sum(detectors.stream().map(detector -> detector.marks()).toList());
    }

    /** They are nearly the same for all detectors: those of the first that has a place on the sky. */
    private Circumstances circumstances() {
        List<Circumstances> found = detectors.stream()
                .map(detector -> detector.findings().circumstances())
                .toList();
        return found.stream()
                .filter(each -> each.moonSeparation().isPresent())
                .findFirst()
                .orElse(found.get(0));
    }

    public Measurement measurement() {
        return Measurement.combined(detectors.stream()
                .map(detector -> detector.findings().measurement())
                .toList());
    }
}
