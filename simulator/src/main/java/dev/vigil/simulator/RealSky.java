package dev.vigil.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Fields of the southern sky with their real stars; {@code tycho2-README.md} beside the tables says what these are. */
final class RealSky {
    private static final String FIELDS = "tycho2-fields.csv";
    private static final String STARS = "tycho2-stars.csv";

    /** A night goes from one to the next of so many. */
    private static final int NEAREST = 4;

    private static final List<Field> ALL_FIELDS = rows(FIELDS)
            .map(row ->
                    new Field(row[0], new TangentPlane.Place(Double.parseDouble(row[1]), Double.parseDouble(row[2]))))
            .toList();
    private static final List<Stars.Placed> ALL_STARS = rows(STARS)
            .map(row -> new Stars.Placed(
                    new TangentPlane.Place(Double.parseDouble(row[0]), Double.parseDouble(row[1])),
                    Double.parseDouble(row[2])))
            .toList();

    private RealSky() {}

    /** A place worth looking at. */
    record Field(String name, TangentPlane.Place centre) {}

    private static Stream<String[]> rows(String table) {
        return lines(table).stream().skip(1).map(line -> line.split(","));
    }

    /** The table of the stars, as a catalogue is made of it. */
    static List<String> table() {
        return lines(STARS);
    }

    private static List<String> lines(String table) {
        try (InputStream in = RealSky.class.getResourceAsStream(table)) {
            if (in == null) {
                throw new IllegalStateException(table + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + table, e);
        }
    }

    /** What a night looks at next: one after the other of the fields that are highest then. */
    static Field field(NightPlan plan, int number) {
        Site site = plan.instrument().site();
        Instant start = Timetable.startOfField(plan, number);
        return ALL_FIELDS.stream()
                .sorted(Comparator.comparingDouble((Field field) ->
                        site.airmass(start, field.centre().ra(), field.centre().dec())))
                .skip((number - 1) % NEAREST)
                .findFirst()
                .orElseThrow();
    }

    /** The real stars that are no farther from a place, in degrees. */
    static List<Stars.Placed> around(TangentPlane centre, double radius) {
        return ALL_STARS.stream()
                .filter(star -> centre.distance(star.place()) <= radius)
                .toList();
    }
}
