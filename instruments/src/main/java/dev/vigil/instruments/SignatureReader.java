package dev.vigil.instruments;

import dev.vigil.instruments.signature.Crosstalk;
import dev.vigil.instruments.signature.LinearityCurve;
import dev.vigil.instruments.signature.OverscanRule;
import dev.vigil.instruments.signature.Readout;
import dev.vigil.instruments.signature.Signature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a profile knows of its camera's electronics and light. Files that it names are in its folder. */
final class SignatureReader {
    private static final String AMPLIFIER = "amplifier";
    private static final String COEFFICIENT = "coefficient";
    private static final String POLYNOMIAL = "polynomial";

    private final Page page;
    private final Optional<Path> folder;

    private SignatureReader(Page page, Optional<Path> folder) {
        this.page = page;
        this.folder = folder;
    }

    static Signature read(Page page, Optional<Path> folder) {
        return new SignatureReader(page, folder).signature();
    }

    private Signature signature() {
        return new Signature(
                page.value("overscan", OverscanRule::ofWord).orElse(OverscanRule.ROW_MEAN),
                crosstalk(),
                linearity(),
                fringes());
    }

    private List<Crosstalk> crosstalk() {
        List<Crosstalk> all = new ArrayList<>();
        page.pages("crosstalk").forEach(entry -> leak(entry).ifPresent(all::add));
        page.value("crosstalkFile", file -> Rows.of(file(file)).each(4, SignatureReader::leak))
                .ifPresent(all::addAll);
        return all;
    }

    private static Optional<Crosstalk> leak(Page entry) {
        entry.required("to");
        entry.required("from");
        Optional<Readout> to = entry.value("to", Readout::parse);
        Optional<Readout> from = entry.value("from", Readout::parse);
        Optional<Double> coefficient = entry.number(COEFFICIENT);
        Optional<String> mirrored = entry.text("mirrored");
        if (to.isEmpty() || from.isEmpty() || coefficient.isEmpty()) {
            entry.wrong(COEFFICIENT, "must be given, with 'to' and 'from'");
            return Optional.empty();
        }
        return entry.attempt(COEFFICIENT, () -> new Crosstalk(to.get(), from.get(), coefficient.get(), mirrored));
    }

    /** To, from, coefficient, and perhaps the axes in which the two are mirrored. */
    private static Crosstalk leak(List<String> row) {
        return new Crosstalk(
                Readout.parse(row.get(0)),
                Readout.parse(row.get(1)),
                Page.toNumber(row.get(2)),
                Optional.of(row.get(3)).filter(axes -> !axes.isEmpty()));
    }

    private List<LinearityCurve> linearity() {
        List<LinearityCurve> all = new ArrayList<>();
        page.pages("linearity").forEach(entry -> curve(entry).ifPresent(all::add));
        page.value("linearityFile", file -> curves(Rows.of(file(file)).each(3, Point::of)))
                .ifPresent(all::addAll);
        return all;
    }

    private static Optional<LinearityCurve> curve(Page entry) {
        entry.required(AMPLIFIER);
        Optional<Readout> amplifier = entry.value(AMPLIFIER, Readout::parse);
        List<Double> polynomial = entry.values(POLYNOMIAL, Page::toNumber);
        double end = entry.number("upTo").orElse(0.0);
        List<Double> counted = entry.values("counted", Page::toNumber);
        List<Double> linear = entry.values("linear", Page::toNumber);
        return amplifier.flatMap(of -> entry.attempt(
                counted.isEmpty() ? POLYNOMIAL : "counted",
                () -> new LinearityCurve(of, polynomial, end, counted, linear)));
    }

    private static List<LinearityCurve> curves(List<Point> points) {
        Map<Readout, List<Point>> byAmplifier = new LinkedHashMap<>();
        points.forEach(point -> byAmplifier
                .computeIfAbsent(point.amplifier(), first -> new ArrayList<>())
                .add(point));
        List<LinearityCurve> curves = new ArrayList<>();
        byAmplifier.forEach((amplifier, its) -> curves.add(LinearityCurve.points(
                amplifier,
                its.stream().map(Point::counted).toList(),
                its.stream().map(Point::linear).toList())));
        return curves;
    }

    private Map<String, Path> fringes() {
        Map<String, Path> fringes = new LinkedHashMap<>();
        for (Page entry : page.pages("fringes")) {
            String filter = entry.required("filter");
            entry.required("file");
            entry.value("file", this::file).ifPresent(file -> {
                if (fringes.put(filter, file) != null) {
                    entry.wrong("filter", "'" + filter + "' has another fringe frame already");
                }
            });
        }
        return fringes;
    }

    private Path file(String name) {
        Path file = folder.map(of -> of.resolve(name)).orElse(Path.of(name));
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(
                    "names the file " + file + ", which cannot be read: put it beside the profile");
        }
        return file;
    }

    /** One point of a curve of linearity, as a file lists it. */
    private record Point(Readout amplifier, double counted, double linear) {
        static Point of(List<String> row) {
            return new Point(Readout.parse(row.get(0)), Page.toNumber(row.get(1)), Page.toNumber(row.get(2)));
        }
    }
}
