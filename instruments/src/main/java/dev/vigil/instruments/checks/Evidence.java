package dev.vigil.instruments.checks;

import dev.vigil.imaging.Header;
import dev.vigil.instruments.FrameType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What checks look at.
 *
 * @param type what the frame is for, or the frames that a master was made of
 * @param headers of the file, the primary one first
 * @param measured what was measured, by the names of {@link Measurable}
 * @param surroundings weather, sky and telescope as the profile reads them
 * @param flags what is odd about the frame
 */
public record Evidence(
        FrameType type,
        List<Header> headers,
        Map<String, Double> measured,
        Map<String, Double> surroundings,
        Set<String> flags) {
    public Evidence {
        headers = List.copyOf(headers);
        measured = Map.copyOf(measured);
        surroundings = Map.copyOf(surroundings);
        flags = Set.copyOf(flags);
    }

    /** The first of these keywords that any header has with a value. */
    Optional<Found> card(List<String> keywords) {
        return keywords.stream()
                .flatMap(keyword -> headers.stream()
                        .filter(header -> header.text(keyword).isPresent())
                        .map(header -> new Found(keyword, header.text(keyword).orElseThrow(), header.number(keyword))))
                .findFirst();
    }

    /** A card with its value. */
    record Found(String keyword, String text, OptionalDouble number) {}
}
