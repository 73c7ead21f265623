package dev.vigil.bench.truth;

import dev.vigil.reduction.astrometry.SkyPosition;
import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.ReferenceBand;
import dev.vigil.reduction.references.ReferenceStar;
import dev.vigil.reduction.references.References;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;

/** The stars of a night's own catalogue, all in memory, the brightest first; they do not move. */
public record CatalogueStars(List<ReferenceStar> stars) implements References {
    private static final double SECONDS = 3600;

    public static CatalogueStars read(Path file) throws IOException {
        try (Fits fits = new Fits(file.toFile())) {
            BinaryTableHDU table = (BinaryTableHDU) fits.getHDU(1);
            double[] ra = (double[]) table.getColumn("RA");
            double[] dec = (double[]) table.getColumn("DEC");
            double[] magnitude = (double[]) table.getColumn("MAG");
            List<ReferenceStar> stars = new ArrayList<>();
            for (int i = 0; i < ra.length; i++) {
                stars.add(star(ra[i], dec[i], magnitude[i]));
            }
            stars.sort(Comparator.comparingDouble(ReferenceStar::magnitude));
            return new CatalogueStars(stars);
        } catch (FitsException e) {
            throw new IOException(e);
        }
    }

    private static ReferenceStar star(double ra, double dec, double magnitude) {
        return new ReferenceStar(
                new SkyPosition(ra, dec),
                OptionalDouble.empty(),
                magnitude,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false);
    }

    @Override
    public String name() {
        return "the night's own";
    }

    @Override
    public ReferenceBand band() {
        return new ReferenceBand("V", "Vega", Optional.empty());
    }

    @Override
    public List<ReferenceStar> around(SkyPosition centre, double radiusDegrees, Epoch epoch, int atMost) {
        return stars.stream()
                .filter(star -> star.position().arcsecondsFrom(centre) <= radiusDegrees * SECONDS)
                .limit(atMost)
                .toList();
    }
}
