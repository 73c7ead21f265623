package dev.vigil.reduction.coordinates;

import dev.vigil.imaging.Header;
import java.util.List;
import java.util.stream.IntStream;

/** Reads world coordinates from a header: TAN, TAN-SIP and TPV, with CDi_j, PCi_j or CROTA2. */
final class CoordinateReader {
    private static final int MOST_CIRCLES = 360;

    private final Header header;

    CoordinateReader(Header header) {
        this.header = header;
    }

    HeaderCoordinates read() {
        try {
            checkAxes();
            Distortion distortion = distortion();
            WorldCoordinates told = new WorldCoordinates(
                    reference(), new PixelPosition(needed("CRPIX1"), needed("CRPIX2")), map(), distortion);
            return new HeaderCoordinates.Read(CelestialFrame.of(header).inIcrs(told));
        } catch (IllegalArgumentException refused) {
            return new HeaderCoordinates.Refused(refused.getMessage());
        }
    }

    private SkyPosition reference() {
        double ra = needed("CRVAL1");
        require(Math.abs(ra) <= MOST_CIRCLES, "CRVAL1 is no right ascension in degrees: " + ra);
        double wrapped = (ra + MOST_CIRCLES) % MOST_CIRCLES;
        return new SkyPosition(wrapped, needed("CRVAL2"));
    }

    private void checkAxes() {
        for (String keyword : List.of("CUNIT1", "CUNIT2")) {
            header.text(keyword)
                    .ifPresent(unit -> require(unit.startsWith("deg"), keyword + " is " + unit + ", not deg"));
        }
        double usual = header.number("CRVAL2").orElse(0) >= 90 ? 0 : 180;
        double pole = header.number("LONPOLE").orElse(usual);
        require(pole == 180, "LONPOLE is " + pole + ", not 180");
    }

    private Distortion distortion() {
        String first = type("CTYPE1", "RA--");
        String second = type("CTYPE2", "DEC-");
        require(first.equals(second), "CTYPE1 and CTYPE2 are of two projections: " + first + ", " + second);
        return switch (first) {
            case "-TAN" -> straight();
            case "-TAN-SIP" -> new Sip(polynomial("A"), polynomial("B"));
            case "-TPV" -> new Tpv(coefficients(1), coefficients(2));
            default ->
                throw new IllegalArgumentException(
                        "CTYPE1 is of the projection " + first + "; known are TAN, TAN-SIP and TPV");
        };
    }

    private String type(String keyword, String axis) {
        String type = header.text(keyword).orElseThrow(() -> new IllegalArgumentException("there is no " + keyword));
        require(type.startsWith(axis), keyword + " is " + type + ", which does not start with " + axis);
        return type.substring(axis.length());
    }

    /** Some programs write TPV's coefficients under the name of TAN; others mean something else by the first of them. */
    private Distortion straight() {
        for (int axis = 1; axis <= 2; axis++) {
            for (int k = 0; k < Tpv.COEFFICIENTS; k++) {
                String keyword = "PV" + axis + "_" + k;
                require(!header.has(keyword), keyword + " stands beside a CTYPE of TAN; write TPV if it is meant");
            }
        }
        return new Distortion.None();
    }

    private Polynomial polynomial(String name) {
        long order = header.integer(name + "_ORDER")
                .orElseThrow(() -> new IllegalArgumentException("there is no " + name + "_ORDER"));
        require(
                order >= 0 && order <= Polynomial.HIGHEST_ORDER,
                name + "_ORDER is " + order + ", not from 0 to " + Polynomial.HIGHEST_ORDER);
        return new Polynomial(
                (int) order,
                Polynomial.powersUpTo((int) order).stream()
                        .filter(power -> header.has(power.keyword(name)))
                        .map(power -> power.with(needed(power.keyword(name))))
                        .toList());
    }

    private List<Double> coefficients(int axis) {
        return IntStream.range(0, Tpv.COEFFICIENTS)
                .mapToObj(k -> number("PV" + axis + "_" + k, k == 1 ? 1 : 0))
                .toList();
    }

    private LinearMap map() {
        if (has("CD")) {
            return new LinearMap(number("CD1_1", 0), number("CD1_2", 0), number("CD2_1", 0), number("CD2_2", 0));
        }
        double first = needed("CDELT1");
        double second = needed("CDELT2");
        return header.has("CROTA2") && !has("PC") ? turned(first, second) : scaled(first, second);
    }

    private LinearMap scaled(double first, double second) {
        return new LinearMap(
                first * number("PC1_1", 1),
                first * number("PC1_2", 0),
                second * number("PC2_1", 0),
                second * number("PC2_2", 1));
    }

    private LinearMap turned(double first, double second) {
        double angle = Math.toRadians(needed("CROTA2"));
        return new LinearMap(
                first * Math.cos(angle), -second * Math.sin(angle), first * Math.sin(angle), second * Math.cos(angle));
    }

    private boolean has(String matrix) {
        return List.of("1_1", "1_2", "2_1", "2_2").stream().anyMatch(element -> header.has(matrix + element));
    }

    private double number(String keyword, double absent) {
        return header.has(keyword) ? needed(keyword) : absent;
    }

    private double needed(String keyword) {
        return header.number(keyword)
                .orElseThrow(() -> new IllegalArgumentException("there is no number under " + keyword));
    }

    private static void require(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
