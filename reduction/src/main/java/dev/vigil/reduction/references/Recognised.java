package dev.vigil.reduction.references;

import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.references.tables.Column;
import dev.vigil.reduction.references.tables.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Which column of a table says what of a star, and how a row becomes one. */
final class Recognised {
    /** Of a magnitude, by the relative error of a flux. */
    private static final double MAGNITUDES = 2.5 / Math.log(10);

    private final Path file;
    private final KnownCatalogue form;
    private final KnownCatalogue.Band band;
    private final ReferenceBand named;
    private final Map<Role, Use> uses = new EnumMap<>(Role.class);

    /** A column with the factor that brings it into the unit of its role. */
    private record Use(int column, String name, double factor) {}

    private Recognised(Path file, KnownCatalogue form, KnownCatalogue.Band band, ReferenceBand named) {
        this.file = file;
        this.form = form;
        this.band = band;
        this.named = named;
    }

    static Recognised of(Path file, List<Column> columns, Wanted wanted) throws BadReferencesException {
        KnownCatalogue form = form(columns, wanted);
        String[] words = wanted.band().orElse("").split(":", 2);
        Optional<String> name = Optional.of(words[0]).filter(word -> !word.isEmpty());
        boolean own = form == KnownCatalogue.GENERIC || wanted.columns().containsKey(Role.MAGNITUDE);
        KnownCatalogue.Band band = form.band(own ? Optional.empty() : name)
                .orElseThrow(() -> new BadReferencesException(
                        file, form.word() + " has no band '" + words[0] + "'; it has " + form.bandNames()));
        String system = words.length == 2 ? words[1] : own && name.isPresent() ? "unknown" : band.system();
        Recognised made =
                new Recognised(file, form, band, new ReferenceBand(name.orElse(band.name()), system, form.colour()));
        made.find(columns, wanted, own ? name : Optional.empty());
        return made;
    }

    private static KnownCatalogue form(List<Column> columns, Wanted wanted) {
        return wanted.form()
                .flatMap(KnownCatalogue::named)
                .orElseGet(() ->
                        KnownCatalogue.of(columns.stream().map(Column::name).collect(Collectors.toSet())));
    }

    private void find(List<Column> columns, Wanted wanted, Optional<String> bandName) throws BadReferencesException {
        Map<Role, String> names = form.columns();
        names.put(
                Role.MAGNITUDE,
                bandName.map(name -> name + " " + name + "mag mag_" + name + " ")
                                .orElse("")
                        + band.columns());
        names.put(Role.MAGNITUDE_ERROR, band.errorColumns());
        if (!"G".equals(named.name())) {
            names.remove(Role.FLUX_OVER_ERROR);
        }
        for (Role role : Role.values()) {
            String own = wanted.columns().get(role);
            if (own != null) {
                use(role, own, columns);
            } else if (names.containsKey(role)) {
                Optional<Integer> found = index(columns, names.get(role).split(" +"));
                if (found.isPresent()) {
                    put(
                            role,
                            found.get(),
                            columns.get(found.get()),
                            columns.get(found.get()).unit());
                }
            }
        }
        require(columns, Role.RA, Role.DEC, Role.MAGNITUDE);
    }

    private void use(Role role, String own, List<Column> columns) throws BadReferencesException {
        int colon = own.lastIndexOf(':');
        String name = colon < 0 ? own : own.substring(0, colon);
        int column = index(columns, name)
                .orElseThrow(() ->
                        new BadReferencesException(file, "it has no column '" + name + "'; it has " + names(columns)));
        put(role, column, columns.get(column), colon < 0 ? columns.get(column).unit() : own.substring(colon + 1));
    }

    private void put(Role role, int index, Column column, String unit) throws BadReferencesException {
        OptionalDouble factor = role.unit().factor(unit);
        if (factor.isEmpty()) {
            throw new BadReferencesException(
                    file,
                    "the unit '" + unit + "' of column " + column.name() + " is not known for " + role.word()
                            + "; name another one, as in --columns " + role.word() + "=" + column.name() + ":mas");
        }
        uses.put(role, new Use(index, column.name(), factor.getAsDouble()));
    }

    /** As they are written, and if there is none, in whatever letters. */
    private static Optional<Integer> index(List<Column> columns, String... names) {
        for (String name : names) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).name().equals(name)) {
                    return Optional.of(i);
                }
            }
        }
        for (String name : names) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).name().equalsIgnoreCase(name)) {
                    return Optional.of(i);
                }
            }
        }
        return Optional.empty();
    }

    private void require(List<Column> columns, Role... roles) throws BadReferencesException {
        List<String> missing = Arrays.stream(roles)
                .filter(role -> !uses.containsKey(role))
                .map(Role::word)
                .toList();
        if (!missing.isEmpty()) {
            throw new BadReferencesException(
                    file,
                    "no column is known to be " + String.join(", ", missing) + "; say which with --columns, as in "
                            + missing.get(0) + "=NAME. It has " + names(columns));
        }
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    ReferenceBand band() {
        return named.colour().isPresent() && !hasColour()
                ? new ReferenceBand(named.name(), named.system(), Optional.empty())
                : named;
    }

    private boolean hasColour() {
        return uses.containsKey(Role.COLOUR) || uses.containsKey(Role.BLUE) && uses.containsKey(Role.RED);
    }

    /** What the files' epoch is, if that is known without looking at a star. */
    Optional<Epoch> epoch() {
        return form.epoch();
    }

    boolean has(Role role) {
        return uses.containsKey(role);
    }

    /** What was recognised, for a person to agree with. */
    String words() {
        return form.word() + ": "
                + uses.entrySet().stream()
                        .map(use -> use.getKey().word() + "=" + use.getValue().name())
                        .collect(Collectors.joining(" "));
    }

    double number(Role role, Table row) throws IOException {
        Use use = uses.get(role);
        return use == null ? Double.NaN : use.factor() * row.number(use.column());
    }

    /** The star of a row whose place and magnitude have been looked at. */
    CatalogueStar star(SkyPosition place, double magnitude, Table row) throws IOException {
        return new CatalogueStar(
                place,
                number(Role.MOTION_RA, row),
                number(Role.MOTION_DEC, row),
                number(Role.PARALLAX, row),
                magnitude,
                magnitudeError(row),
                colour(row),
                mean(number(Role.RA_ERROR, row), number(Role.DEC_ERROR, row)),
                mean(number(Role.MOTION_RA_ERROR, row), number(Role.MOTION_DEC_ERROR, row)));
    }

    private double magnitudeError(Table row) throws IOException {
        return has(Role.MAGNITUDE_ERROR)
                ? number(Role.MAGNITUDE_ERROR, row)
                : MAGNITUDES / number(Role.FLUX_OVER_ERROR, row);
    }

    private double colour(Table row) throws IOException {
        return has(Role.COLOUR) ? number(Role.COLOUR, row) : number(Role.BLUE, row) - number(Role.RED, row);
    }

    /** Along one axis, when the two differ. */
    private static double mean(double one, double other) {
        return Math.sqrt((one * one + other * other) / 2);
    }
}
