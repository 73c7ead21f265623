package dev.vigil.cli.refcat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigil.cli.command.CatalogueFile;
import dev.vigil.cli.command.WrongCallException;
import dev.vigil.cli.terminal.Table;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.ReferenceFile;
import dev.vigil.reduction.references.ReferenceStar;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the stars around a place. */
@Command(
        name = "cone",
        mixinStandardHelpOptions = true,
        description = "List the stars around a place, the brightest first.")
final class RefcatConeCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin
    private CatalogueFile file;

    @Parameters(index = "1", paramLabel = "RA", description = "Right ascension in degrees, ICRS.")
    private double ra;

    @Parameters(
            index = "2",
            paramLabel = "DEC",
            description = "Declination in degrees; a negative one may stand as it is.")
    private double dec;

    @Parameters(index = "3", paramLabel = "RADIUS", description = "Degrees around it.")
    private double radius;

    @Option(
            names = "--epoch",
            paramLabel = "YEAR",
            description = "When the stars shall be there, as in 2026.9 (default: the catalogue's own epoch).")
    private Optional<Double> epoch;

    @Option(
            names = "--faintest",
            paramLabel = "MAG",
            defaultValue = "Infinity",
            showDefaultValue = Visibility.NEVER,
            description = "Leave out what is fainter.")
    private double faintest;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Only the brightest so many (default: ${DEFAULT-VALUE}).")
    private int limit;

    @ArgGroup
    private Form form = new Form();

    /** How stars are printed. */
    static final class Form {
        @Option(names = "--json", description = "One object with all stars.")
        private boolean json;

        @Option(names = "--csv", description = "One line for each star, with heads.")
        private boolean csv;
    }

    @Override
    public Integer call() throws Exception {
        ReferenceFile catalogue = file.open();
        PrintWriter out = file.out();
        Epoch asked = epoch.map(year -> WrongCallException.checked(() -> new Epoch(year)))
                .orElse(catalogue.facts().epoch());
        SkyPosition centre = WrongCallException.checked(() -> new SkyPosition(ra, dec));
        List<ReferenceStar> stars =
                WrongCallException.checked(() -> catalogue.around(centre, radius, asked, limit, faintest));
        if (form.json) {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(catalogue, asked, stars)));
        } else if (form.csv) {
            out.println("ra,dec,mag,mag_error,colour,position_error,moving");
            stars.forEach(star -> out.println(csv(star)));
        } else {
            print(catalogue, asked, stars, out);
        }
        return 0;
    }

    private static void print(ReferenceFile catalogue, Epoch epoch, List<ReferenceStar> stars, PrintWriter out) {
        Table table = new Table(
                "ra",
                "dec",
                catalogue.band().name(),
                "error",
                catalogue.band().colour().orElse("colour"),
                "arcsec",
                "moves");
        for (ReferenceStar star : stars) {
            table.row(
                    number(star.position().raDegrees(), "%.7f"),
                    number(star.position().decDegrees(), "%+.7f"),
                    number(star.magnitude(), "%.3f"),
                    known(star.magnitudeError(), "%.4f"),
                    known(star.colour(), "%.3f"),
                    known(star.positionError(), "%.4f"),
                    star.moving() ? "yes" : "-");
        }
        table.lines().forEach(out::println);
        out.printf(
                Locale.ROOT,
                "%,d stars of %s, %s (%s), at epoch %s%n",
                stars.size(),
                catalogue.name(),
                catalogue.band().name(),
                catalogue.band().system(),
                epoch.julianYear());
    }

    private static String csv(ReferenceStar star) {
        return String.join(
                        ",",
                        number(star.position().raDegrees(), "%.8f"),
                        number(star.position().decDegrees(), "%.8f"),
                        number(star.magnitude(), "%.3f"),
                        known(star.magnitudeError(), "%.4f"),
                        known(star.colour(), "%.3f"),
                        known(star.positionError(), "%.5f"),
                        Boolean.toString(star.moving()))
                .replace("-,", ",");
    }

    private static ObjectNode json(ReferenceFile catalogue, Epoch epoch, List<ReferenceStar> stars) {
        ObjectNode json = JSON.createObjectNode()
                .put("catalogue", catalogue.name())
                .put("band", catalogue.band().name())
                .put("system", catalogue.band().system())
                .put("epoch", epoch.julianYear());
        catalogue.band().colour().ifPresent(colour -> json.put("colour", colour));
        var list = json.putArray("stars");
        for (ReferenceStar star : stars) {
            ObjectNode each = list.addObject()
                    .put("ra", star.position().raDegrees())
                    .put("dec", star.position().decDegrees())
                    .put("mag", star.magnitude());
            star.magnitudeError().ifPresent(value -> each.put("magError", value));
            star.colour().ifPresent(value -> each.put("colour", value));
            star.positionError().ifPresent(value -> each.put("positionErrorArcseconds", value));
            each.put("moving", star.moving());
        }
        return json;
    }

    private static String known(OptionalDouble value, String form) {
        return value.isPresent() ? number(value.getAsDouble(), form) : "-";
    }

    private static String number(double value, String form) {
        return String.format(Locale.ROOT, form, value);
    }
}
