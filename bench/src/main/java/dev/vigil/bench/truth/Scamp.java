package dev.vigil.bench.truth;

import dev.vigil.bench.Contestant;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.reduction.astrometry.Detection;
import dev.vigil.reduction.astrometry.SkyField;
import dev.vigil.reduction.coordinates.CoordinateCards;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.references.ReferenceStar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * SCAMP on the same sources and the same stars as Vigil, told by the same header where to look, and by how much that may be wrong; the
 * numbers go to it in the tables that SExtractor writes.
 */
final class Scamp {
    private static final String PROGRAM = "scamp";
    private static final int CARD = 80;

    /** What stands for an unknown error of a star's place, in degrees: a milliarcsecond. */
    private static final double SURE = 1 / 3600e3;

    private static final String SETTINGS = """
            ASTREF_CATALOG FILE
            ASTREFCENT_KEYS X_WORLD,Y_WORLD
            ASTREFERR_KEYS ERRA_WORLD,ERRB_WORLD,ERRTHETA_WORLD
            ASTREFMAG_KEY MAG
            ASTREFMAGERR_KEY MAGERR
            MATCH Y
            PIXSCALE_MAXERR 1.1
            POSANGLE_MAXERR 5.0
            POSITION_MAXERR 10.0
            CROSSID_RADIUS 2.0
            DISTORT_DEGREES 3
            STABILITY_TYPE EXPOSURE
            SOLVE_PHOTOM N
            CHECKPLOT_TYPE NONE
            CHECKPLOT_DEV NULL
            WRITE_XML N
            VERBOSE_TYPE QUIET
            """;

    private final Path head;
    private final Contestant contestant;

    private Scamp(Path head, Contestant contestant) {
        this.head = head;
        this.contestant = contestant;
    }

    /** Empty where it is not installed. */
    static Optional<Scamp> over(SkyField field, List<ReferenceStar> stars, Path folder) throws IOException {
        Path sources = folder.resolve("sources.cat");
        Path references = folder.resolve("references.cat");
        write(sources, cards(field), sources(field.detections()));
        write(references, List.of(), references(stars));
        Path settings = Files.writeString(folder.resolve("scamp.conf"), SETTINGS);
        return Contestant.program(
                        PROGRAM,
                        sources.toString(),
                        "-c",
                        settings.toString(),
                        "-ASTREFCAT_NAME",
                        references.toString())
                .map(program -> new Scamp(folder.resolve("sources.head"), program));
    }

    private static void write(Path file, List<String> cards, List<OutputHdu.Column> rows) throws IOException {
        String head = String.join("", cards) + pad("END");
        Header shape = Header.builder()
                .put("EXTNAME", "LDAC_IMHEAD", "")
                .put("TDIM1", "(%d, %d)".formatted(CARD, head.length() / CARD), "")
                .build();
        Header objects = Header.builder().put("EXTNAME", "LDAC_OBJECTS", "").build();
        Files.deleteIfExists(file);
        FitsWriter.write(
                file,
                List.of(
                        OutputHdu.empty(Header.EMPTY),
                        OutputHdu.table(shape, List.of(new OutputHdu.Texts("Field Header Card", List.of(head)))),
                        OutputHdu.table(objects, rows)));
    }

    private static List<OutputHdu.Column> sources(List<Detection> detections) {
        ToDoubleFunction<Detection> none = one -> 0;
        return List.of(
                Columns.of("XWIN_IMAGE", "pixel", detections, one -> one.place().x()),
                Columns.of("YWIN_IMAGE", "pixel", detections, one -> one.place().y()),
                Columns.of("ERRAWIN_IMAGE", "pixel", detections, Detection::errorPixels),
                Columns.of("ERRBWIN_IMAGE", "pixel", detections, Detection::errorPixels),
                Columns.of("ERRTHETAWIN_IMAGE", "deg", detections, none),
                Columns.of("FLUX_AUTO", "count", detections, Detection::light),
                Columns.of("FLUXERR_AUTO", "count", detections, one -> one.light() * one.errorPixels()),
                OutputHdu.Column.longs(
                        "FLAGS",
                        "",
                        detections.stream()
                                .mapToLong(one -> one.isClean() ? 0 : 4)
                                .toArray()));
    }

    private static List<OutputHdu.Column> references(List<ReferenceStar> stars) {
        ToDoubleFunction<ReferenceStar> error =
                star -> Math.max(SURE, star.positionError().orElse(0) / 3600);
        return List.of(
                Columns.of("X_WORLD", "deg", stars, star -> star.position().raDegrees()),
                Columns.of("Y_WORLD", "deg", stars, star -> star.position().decDegrees()),
                Columns.of("ERRA_WORLD", "deg", stars, error),
                Columns.of("ERRB_WORLD", "deg", stars, error),
                Columns.of("ERRTHETA_WORLD", "deg", stars, star -> 0),
                Columns.of("MAG", "mag", stars, ReferenceStar::magnitude),
                Columns.of("MAGERR", "mag", stars, star -> 0.01),
                Columns.of("OBSDATE", "yr", stars, star -> 2000));
    }

    private static List<String> cards(SkyField field) {
        WorldCoordinates told = field.pointing().coordinates();
        List<String> cards = new ArrayList<>();
        cards.add(card("SIMPLE", "T"));
        cards.add(card("BITPIX", -32));
        cards.add(card("NAXIS", 2));
        cards.add(card("NAXIS1", field.width()));
        cards.add(card("NAXIS2", field.height()));
        cards.add(card("EQUINOX", 2000.0));
        cards.add(card("EXPTIME", 60.0));
        cards.add(card("SATURATE", 1e30));
        cards.add(card("GAIN", 1.0));
        for (String text : List.of(
                "OBJECT  = 'field   '", "CTYPE1  = 'RA---TAN'", "CTYPE2  = 'DEC--TAN'", "RADESYS = 'ICRS    '")) {
            cards.add(pad(text));
        }
        cards.add(card("CRVAL1", told.reference().raDegrees()));
        cards.add(card("CRVAL2", told.reference().decDegrees()));
        cards.add(card("CRPIX1", told.referencePixel().x()));
        cards.add(card("CRPIX2", told.referencePixel().y()));
        cards.add(card("CD1_1", told.map().cd11()));
        cards.add(card("CD1_2", told.map().cd12()));
        cards.add(card("CD2_1", told.map().cd21()));
        cards.add(card("CD2_2", told.map().cd22()));
        return cards;
    }

    private static String card(String keyword, Object value) {
        String text = value instanceof Double number ? String.format(Locale.ROOT, "%.12E", number) : value.toString();
        return pad("%-8s= %20s".formatted(keyword, text));
    }

    private static String pad(String text) {
        return "%-80s".formatted(text);
    }

    double cpuSeconds() throws Exception {
        return contestant.cpuSeconds();
    }

    /** Empty where it found none, or writes them in a form that Vigil does not read. */
    Optional<WorldCoordinates> coordinates() throws IOException {
        if (!Files.exists(head)) {
            return Optional.empty();
        }
        Header.Builder cards = Header.builder();
        for (String line : Files.readAllLines(head, StandardCharsets.ISO_8859_1)) {
            String[] parts = line.split("[=/]", 3);
            if (parts.length > 1 && parts[0].strip().matches("[A-Z0-9_]+")) {
                put(cards, parts[0].strip(), parts[1].strip());
            }
        }
        return CoordinateCards.from(cards.build()).coordinates();
    }

    /** What SCAMP writes under the name of TAN with PVi_j is what everybody now calls TPV. */
    private static void put(Header.Builder cards, String keyword, String value) {
        if (value.startsWith("'")) {
            cards.put(keyword, value.replace("'", "").strip().replace("-TAN", "-TPV"), "");
        } else if (value.matches("[-+0-9.Ee]+")) {
            cards.put(keyword, Double.parseDouble(value), "");
        }
    }
}
