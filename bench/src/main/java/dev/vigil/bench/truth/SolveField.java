package dev.vigil.bench.truth;

import dev.vigil.bench.Contestant;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.reduction.astrometry.Detection;
import dev.vigil.reduction.astrometry.SkyField;
import dev.vigil.reduction.coordinates.CoordinateCards;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Astrometry.net's solve-field on the 500 brightest of the same sources, told where to look and how large a pixel is. */
final class SolveField {
    private static final String PROGRAM = "solve-field";
    private static final int BRIGHTEST = 500;

    private final Path coordinates;
    private final Contestant contestant;

    private SolveField(Path coordinates, Contestant contestant) {
        this.coordinates = coordinates;
        this.contestant = contestant;
    }

    /** Empty where it is not installed. */
    static Optional<SolveField> over(SkyField field, Path folder) throws IOException {
        Path list = folder.resolve("sources.xyls");
        Files.deleteIfExists(list);
        List<Detection> brightest = field.detections().stream().limit(BRIGHTEST).toList();
        List<OutputHdu.Column> columns = List.of(
                Columns.of("X", "pix", brightest, one -> one.place().x()),
                Columns.of("Y", "pix", brightest, one -> one.place().y()),
                Columns.of("FLUX", "", brightest, Detection::light));
        FitsWriter.write(list, List.of(OutputHdu.empty(Header.EMPTY), OutputHdu.table(Header.EMPTY, columns)));
        return Contestant.program(command(field, folder, list))
                .map(program -> new SolveField(folder.resolve("sources.wcs"), program));
    }

    private static String[] command(SkyField field, Path folder, Path list) {
        SkyPosition place = field.pointing().coordinates().reference();
        return new String[] {
            PROGRAM,
            "--overwrite",
            "--no-plots",
            "--dir",
            folder.toString(),
            "--width",
            String.valueOf(field.width()),
            "--height",
            String.valueOf(field.height()),
            "--sort-column",
            "FLUX",
            "--ra",
            String.valueOf(place.raDegrees()),
            "--dec",
            String.valueOf(place.decDegrees()),
            "--radius",
            "1",
            "--scale-units",
            "arcsecperpix",
            "--scale-low",
            "0.95",
            "--scale-high",
            "1.05",
            "--crpix-center",
            "--cpulimit",
            "60",
            list.toString()
        };
    }

    double cpuSeconds() throws Exception {
        return contestant.cpuSeconds();
    }

    /** Empty where it found none, or writes them in a form that Vigil does not read. */
    Optional<WorldCoordinates> coordinates() throws IOException, BadFitsException {
        return Files.exists(coordinates)
                ? CoordinateCards.from(FitsFile.read(coordinates).primary().header())
                        .coordinates()
                : Optional.empty();
    }
}
