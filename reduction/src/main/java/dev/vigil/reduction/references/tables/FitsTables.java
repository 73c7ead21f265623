package dev.vigil.reduction.references.tables;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.FitsStream;
import dev.vigil.imaging.Hdu;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the table in a FITS file: the first one that has rows, or the stars of an index of astrometry.net. */
final class FitsTables {
    private FitsTables() {}

    static Table open(Path file, InputStream plain) throws IOException, BadFitsException {
        FitsStream stream = new FitsStream(plain);
        for (Optional<Hdu> hdu = stream.next(); hdu.isPresent(); hdu = stream.next()) {
            if (AstrometryNetTable.isIndex(hdu.get().header())) {
                return AstrometryNetTable.read(file, stream, hdu.get().header());
            }
            if (isTable(hdu.get())) {
                return new FitsTable(file, stream, hdu.get());
            }
        }
        throw new BadTableException(file, "it has no binary table with rows");
    }

    private static boolean isTable(Hdu hdu) {
        return hdu.header().text("XTENSION").filter("BINTABLE"::equals).isPresent()
                && hdu.height() > 0
                && !hdu.isTileCompressed();
    }
}
