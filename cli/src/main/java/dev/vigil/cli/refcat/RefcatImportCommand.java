package dev.vigil.cli.refcat;

import dev.vigil.cli.command.WrongCallException;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.references.CatalogueImport;
import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.ImportReport;
import dev.vigil.reduction.references.Wanted;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a catalogue of what archives hand out. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Make a catalogue of tables of stars.",
            "From FITS, VOTable (TABLEDATA, BINARY2), text with commas, tabulators, semicolons, bars or blanks, gzipped or not, and"
                    + " index files of astrometry.net.",
            "Columns as Gaia, Tycho-2, ATLAS Refcat2 and most others call them are recognised. Proper motions in right ascension hold"
                    + " the cosine of the declination, as in all of these. The same files give the same bytes."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  vigil refcat import GaiaSource_*.csv.gz --out gaia-dr3.stars --faintest 18",
            "  vigil refcat import mine.csv --out mine.stars --columns ra=ALPHA,dec=DELTA,mag=M,pmra=MU:arcsec/yr \\",
            "      --band r:AB --epoch 2015.5"
        })
final class RefcatImportCommand implements Callable<Integer> {
    /** Bars count whole numbers, and nobody wants to read bytes. */
    private static final long MEGABYTE = 1_000_000;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The tables, all of one kind.")
    private List<Path> files;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The catalogue to be made.")
    private Path out;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What the catalogue is called in headers (default: the file's name without its end).")
    private String name;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "How columns are called: gaia, tycho2, refcat2 or generic (default: it is recognised).")
    private Optional<String> format;

    @Option(
            names = "--columns",
            paramLabel = "WHAT=COLUMN[:UNIT]",
            split = ",",
            description =
                    "Which column is what, where that is not recognised: ra, dec, mag, mag-error, pmra, pmdec, parallax, colour (or"
                            + " blue and red, whose difference it is), ra-error, dec-error, pmra-error, pmdec-error, epoch. A text without heads"
                            + " has columns 1, 2, 3 …")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--band",
            paramLabel = "BAND[:SYSTEM]",
            description = "Which band of a catalogue that has several, or what the magnitudes are, as in r:AB.")
    private Optional<String> band;

    @Option(
            names = "--epoch",
            paramLabel = "YEAR",
            description =
                    "At which epoch the places are, as in 2016.0; where each star tells its own, they are brought to this.")
    private Optional<Double> epoch;

    @Option(
            names = "--faintest",
            paramLabel = "MAG",
            defaultValue = "Infinity",
            showDefaultValue = Visibility.NEVER,
            description = "Leave out what is fainter.")
    private double faintest;

    @Option(
            names = "--within",
            paramLabel = "DEGREES",
            split = ",",
            description = "Leave out what is elsewhere: --within RA,DEC,RADIUS in degrees.")
    private List<Double> within = new ArrayList<>();

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "A sentence on where the stars come from, kept in the file.")
    private String note;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter results = spec.commandLine().getOut();
        ImportReport report = CatalogueImport.run(files, out, wanted(), watching());
        results.println("recognised " + report.recognised());
        results.printf(
                Locale.ROOT,
                "wrote %s: %,d stars of %,d rows, %s (%s), epoch %s%n",
                out,
                report.stars(),
                report.rows(),
                report.facts().band().name(),
                report.facts().band().system(),
                report.facts().epoch().julianYear());
        report.leftOut().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(why -> results.printf(
                        Locale.ROOT,
                        "left out: %,d %s%n",
                        why.getValue(),
                        why.getKey().words()));
        return 0;
    }

    private Wanted wanted() {
        return WrongCallException.checked(() -> new Wanted(
                name == null ? out.getFileName().toString().replaceFirst("\\.[^.]*$", "") : name,
                format,
                Wanted.columns(columns),
                band,
                epoch.map(Epoch::new),
                faintest,
                region(),
                note));
    }

    private Optional<Wanted.Region> region() {
        if (within.isEmpty()) {
            return Optional.empty();
        }
        if (within.size() != 3) {
            throw new IllegalArgumentException("--within takes RA,DEC,RADIUS in degrees");
        }
        return Optional.of(new Wanted.Region(new SkyPosition(within.get(0), within.get(1)), within.get(2)));
    }

    /** Bytes go by in pieces; the bar is drawn anew for each megabyte. */
    private LongConsumer watching() throws IOException {
        long total = 0;
        for (Path file : files) {
            total += Files.exists(file) ? Files.size(file) : 0;
        }
        long megabytes = Math.max(1, total / MEGABYTE);
        ProgressBar bar = new ProgressBar("reading MB", megabytes, new Terminal(System.err), Clock.systemUTC());
        long[] shown = {-1};
        return bytes -> {
            if (bytes / MEGABYTE > shown[0] && megabytes > 1) {
                shown[0] = bytes / MEGABYTE;
                bar.show(Math.min(shown[0], megabytes));
                if (shown[0] == megabytes) {
                    bar.end();
                }
            }
        };
    }
}
