package dev.vigil.bench.truth;

import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.references.InMemoryReferences;
import dev.vigil.reduction.references.ReferenceStar;
import dev.vigil.reduction.references.References;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;

/** Reads the stars of a night's own catalogue; they do not move. */
public final class CatalogueStars {
    private CatalogueStars() {}

    public static References read(Path file) throws IOException {
        try (Fits fits = new Fits(file.toFile())) {
            BinaryTableHDU table = (BinaryTableHDU) fits.getHDU(1);
            double[] ra = (double[]) table.getColumn("RA");
            double[] dec = (double[]) table.getColumn("DEC");
            double[] magnitude = (double[]) table.getColumn("MAG");
            List<ReferenceStar> stars = new ArrayList<>();
            for (int i = 0; i < ra.length; i++) {
                stars.add(ReferenceStar.of(new SkyPosition(ra[i], dec[i]), magnitude[i]));
            }
            return new InMemoryReferences("the night's own", stars);
        } catch (FitsException e) {
            throw new IOException(e);
        }
    }
}
