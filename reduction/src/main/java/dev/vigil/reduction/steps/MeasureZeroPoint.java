package dev.vigil.reduction.steps;

import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Catalogue;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.photometry.Photometry;
import dev.vigil.reduction.photometry.Standard;
import dev.vigil.reduction.photometry.Standards;
import dev.vigil.reduction.photometry.StarProfile;
import dev.vigil.reduction.photometry.ZeroPoint;
import dev.vigil.reduction.pointing.Whereabouts;
import dev.vigil.reduction.recipes.SkyStep;
import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.ReferenceStar;
import dev.vigil.reduction.references.References;
import dev.vigil.reduction.sources.SourceCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Tells by a catalogue's stars how bright one electron per second is, how faint a star may be to be seen, and how bright the
 * sky is. A frame that has no place on the sky has no zero point.
 *
 * @param references the stars; without them the step is not run, and says so
 * @param onlyBand where the filter is so unlike the bands of catalogues that only magnitudes in this one will do
 */
public record MeasureZeroPoint(Optional<KnownStars> references, Duration exposure, Optional<String> onlyBand)
        implements SkyStep {
    private static final int MOST_STARS = 10_000;
    private static final double SIGNIFICANT = 5;
    private static final double BEYOND_THE_CORNER = 1.02;

    public MeasureZeroPoint {
        Objects.requireNonNull(references);
        Objects.requireNonNull(exposure);
        Objects.requireNonNull(onlyBand);
    }

    @Override
    public Findings compare(Findings found, Size size, Whereabouts whereabouts) {
        return found.calibrated(photometry(found, size, whereabouts));
    }

    private Photometry photometry(Findings found, Size size, Whereabouts whereabouts) {
        if (references.isEmpty()) {
            return new Photometry.NotRun(KnownStars.NONE);
        }
        if (found.catalogue().isEmpty() || found.placement().coordinates().isEmpty()) {
            return new Photometry.NotRun("the frame has no place on the sky");
        }
        References catalogue = references.get().catalogue();
        if (onlyBand.filter(band -> !band.equals(catalogue.band().name())).isPresent()) {
            return new Photometry.NotRun(otherBand(catalogue.band().name()));
        }
        if (exposure.isZero() || found.catalogue().get().found().seeing().isEmpty()) {
            return new Photometry.Failed(
                    catalogue.name(), exposure.isZero() ? "the shutter was not open" : "the width of stars is unknown");
        }
        WorldCoordinates coordinates = found.placement().coordinates().get();
        List<ReferenceStar> stars = stars(catalogue, coordinates, size, whereabouts);
        return photometry(catalogue, found.catalogue().get(), coordinates, stars);
    }

    private String otherBand(String band) {
        return "filter " + onlyBand.orElseThrow() + " is so unlike the catalogue's band " + band
                + " that no colour term leads from one to the other; a catalogue of its own band is needed";
    }

    private static List<ReferenceStar> stars(
            References catalogue, WorldCoordinates coordinates, Size size, Whereabouts whereabouts) {
        SkyPosition centre = coordinates.skyAt(size.middle());
        double radius = centre.arcsecondsFrom(coordinates.skyAt(new PixelPosition(1, 1))) / 3600;
        return catalogue.around(
                centre, radius * BEYOND_THE_CORNER, whereabouts.epoch().orElse(Epoch.J2000), MOST_STARS);
    }

    private Photometry photometry(
            References catalogue, Catalogue sources, WorldCoordinates coordinates, List<ReferenceStar> stars) {
        SourceCatalogue found = sources.found();
        StarProfile profile = StarProfile.of(found.seeing().orElseThrow());
        List<Double> apertures = sources.settings().apertures();
        int widest = apertures.size() - 1;
        List<Standard> standards = new Standards(coordinates, profile, widest, apertures.get(widest), seconds())
                .of(found.sources(), stars);
        return ZeroPoint.of(standards, catalogue.band().colour())
                .<Photometry>map(zero -> new Photometry.Calibrated(
                        catalogue.name(),
                        catalogue.band(),
                        zero,
                        magnitude(zero, SIGNIFICANT * found.sky().noise() * Math.sqrt(profile.noisePixels())),
                        skyBrightness(zero, found, coordinates),
                        standards,
                        seconds()))
                .orElseGet(() -> new Photometry.Failed(catalogue.name(), tooFew(standards.size())));
    }

    private static String tooFew(int standards) {
        return standards + " clean sources are stars of the catalogue, "
                + (standards < ZeroPoint.FEWEST ? "" : "too few of them agree: ") + ZeroPoint.FEWEST + " are needed";
    }

    private OptionalDouble skyBrightness(ZeroPoint zero, SourceCatalogue found, WorldCoordinates coordinates) {
        double scale = coordinates.map().arcsecondsPerPixel();
        double sky = found.sky().level() / (scale * scale);
        return sky > 0 ? OptionalDouble.of(magnitude(zero, sky)) : OptionalDouble.empty();
    }

    /** Of so many electrons in the whole exposure. */
    private double magnitude(ZeroPoint zero, double electrons) {
        return zero.magnitude() - 2.5 * Math.log10(electrons / seconds());
    }

    private double seconds() {
        return exposure.toNanos() / 1e9;
    }

    @Override
    public String printed() {
        return KnownStars.printed(
                references,
                "measure the zero point",
                seconds() + " s of open shutter, " + ZeroPoint.FEWEST + " stars that agree, "
                        + onlyBand.map(band -> "magnitudes of the band " + band + " and of no other")
                                .orElse("with a term for the colour of stars"));
    }
}
