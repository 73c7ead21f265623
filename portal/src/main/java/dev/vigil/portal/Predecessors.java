package dev.vigil.portal;

import dev.vigil.ledger.Measured;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Measurements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compares each frame of a night with the median of the last few before it of the same field, filter and exposure time.
 * It is worked out from the measurements whenever they are shown, so it needs no state and no order of news.
 */
final class Predecessors {
    private static final int FEWEST = 3;
    private static final int MOST = 5;
    private static final double WIDER = 1.4;
    private static final double MORE_DRAWN_OUT = 0.12;
    private static final double FEWER = 0.6;
    private static final double DARKER = 0.7;
    private static final double OTHER = 2;

    /** Shares of starlight, by zero points. */
    private static final double DIMMER = 0.75;

    private static final double BRIGHTER = 1.6;
    private static final double ALIKE = 1.5;

    private final List<Measurements> before;

    private Predecessors(List<Measurements> before) {
        this.before = List.copyOf(before);
    }

    /** The frames that differ, each with what that hints at. */
    static Map<FrameId, Hint> hints(Collection<Measured> night) {
        Map<List<Object>, List<Measurements>> series = new HashMap<>();
        Map<FrameId, Hint> hints = new LinkedHashMap<>();
        night.stream()
                .filter(frame -> frame.type() == FrameType.SCIENCE
                        && frame.object().isPresent()
                        && frame.start().isPresent())
                .sorted(Comparator.comparing((Measured frame) -> frame.start().orElseThrow())
                        .thenComparing(frame -> frame.frame().value()))
                .forEach(frame -> {
                    List<Measurements> earlier = series.computeIfAbsent(key(frame), each -> new ArrayList<>());
                    int from = Math.max(0, earlier.size() - MOST);
                    new Predecessors(earlier.subList(from, earlier.size()))
                            .hint(frame.measurements())
                            .ifPresent(hint -> hints.put(frame.frame(), hint));
                    earlier.add(frame.measurements());
                });
        return hints;
    }

    /** A quick look and a reduction measure in different units, so they are not compared. */
    private static List<Object> key(Measured frame) {
        return List.of(frame.object(), frame.filter(), frame.exposureTime(), frame.made());
    }

    /** What is drawn out is wide too, and what is out of focus or trailed has fewer sources: the first that fits. */
    private Optional<Hint> hint(Measurements now) {
        if (before.size() < FEWEST) {
            return Optional.empty();
        }
        return tracking(now).or(() -> focus(now)).or(() -> light(now));
    }

    private Optional<Hint> tracking(Measurements now) {
        Optional<Double> usual = median(Measurements::ellipticity);
        return now.ellipticity()
                .filter(value ->
                        usual.filter(before -> value > before + MORE_DRAWN_OUT).isPresent())
                .map(value -> Hint.tracking(value, usual.orElseThrow()));
    }

    private Optional<Hint> focus(Measurements now) {
        return ratio(now, Measurements::seeing).filter(ratio -> ratio > WIDER).map(Hint::focus);
    }

    /** Stars of known magnitude tell it best; without a zero point sources are counted. */
    private Optional<Hint> light(Measurements now) {
        Optional<Double> stars = starlight(now);
        return stars.isPresent() ? byStars(stars.get(), ratio(now, Measurements::sky)) : bySources(now);
    }

    /** What takes from the stars what it takes from the sky is in the beam; a cloud gives its own light to the sky. */
    private static Optional<Hint> byStars(double stars, Optional<Double> sky) {
        if (sky.filter(ratio -> changesWith(stars, ratio)).isPresent()) {
            return Optional.of(Hint.passband(sky.get(), stars));
        }
        return stars < DIMMER ? Optional.of(Hint.dimmed(stars)) : Optional.empty();
    }

    private static boolean changesWith(double stars, double sky) {
        double apart = sky / stars;
        return (stars >= BRIGHTER || stars <= 1 / BRIGHTER) && apart < ALIKE && apart > 1 / ALIKE;
    }

    /** The light of a star as a share of what it was, by the zero points. */
    private Optional<Double> starlight(Measurements now) {
        Optional<Double> usual = median(Quantity.ZERO_POINT::in);
        return Quantity.ZERO_POINT.in(now).flatMap(value -> usual.map(each -> Math.pow(10, 0.4 * (value - each))));
    }

    private Optional<Hint> bySources(Measurements now) {
        Optional<Double> sources = ratio(now, each -> each.sources().map(Long::doubleValue));
        Optional<Double> sky = ratio(now, Measurements::sky);
        if (sources.isEmpty() || sky.isEmpty()) {
            return Optional.empty();
        }
        double stars = sources.get();
        double light = sky.get();
        if (stars >= OTHER && light >= OTHER || stars <= 1 / OTHER && light <= 1 / OTHER) {
            return Optional.of(Hint.filter(light, stars));
        }
        return stars <= FEWER && light >= DARKER ? Optional.of(Hint.cloud(stars)) : Optional.empty();
    }

    private Optional<Double> ratio(Measurements now, Function<Measurements, Optional<Double>> reading) {
        Optional<Double> usual = median(reading).filter(value -> value > 0);
        return reading.apply(now).flatMap(value -> usual.map(each -> value / each));
    }

    private Optional<Double> median(Function<Measurements, Optional<Double>> reading) {
        List<Double> known =
                before.stream().map(reading).flatMap(Optional::stream).sorted().toList();
        return known.size() < FEWEST
                ? Optional.empty()
                : Optional.of((known.get((known.size() - 1) / 2) + known.get(known.size() / 2)) / 2);
    }
}
