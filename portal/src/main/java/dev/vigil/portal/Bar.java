package dev.vigil.portal;

import java.util.List;
import java.util.stream.Collectors;

/** A slim bar that shows where the frames of a night are. It is drawn, not styled, since the pages allow no inline style. */
final class Bar {
    static final List<String> PLACES = List.of("recorded", "excluded", "onTheWay", "waiting", "stalled", "failed");
    private static final double WIDTH = 1000;
    private static final double LEAST = 8;

    private Bar() {}

    static Html of(Night night) {
        StringBuilder parts = new StringBuilder();
        double from = 0;
        double sum = PLACES.stream().mapToDouble(place -> weight(night, place)).sum();
        for (String place : PLACES) {
            double width = sum == 0 ? 0 : WIDTH * weight(night, place) / sum;
            parts.append(part(place, from, width));
            from += width;
        }
        return Html.of("""
                <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="{}"><title>{}</title>{}</svg>""", words(night), words(night), new Html(parts.toString()));
    }

    static String words(Night night) {
        return PLACES.stream()
                .filter(place -> night.count(place) > 0)
                .map(place -> night.count(place) + " " + Words.of(place))
                .collect(Collectors.joining(", "));
    }

    /** One frame among thousands is still seen. */
    private static double weight(Night night, String place) {
        int count = night.count(place);
        return count == 0 ? 0 : Math.max(count, LEAST / WIDTH * night.count("seen"));
    }

    private static Html part(String place, double from, double width) {
        return Html.of(
                        "<rect class=\"{}\" x=\"{}\" y=\"0\" width=\"{}\" height=\"10\"/>",
                        place,
                        tenth(from),
                        tenth(width))
                .when(width > 0);
    }

    private static String tenth(double length) {
        return Double.toString(Math.round(length * 10) / 10.0);
    }
}
