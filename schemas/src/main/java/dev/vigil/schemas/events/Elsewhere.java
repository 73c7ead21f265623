package dev.vigil.schemas.events;

import java.util.Objects;

/**
 * Where a file shows up that other software moves: Vigil looks there, and fetches nothing.
 *
 * @param copy where the other software puts its copy, as the transfer's machine sees it
 * @param sign what shows that it has taken the file in
 * @param place the file of that sign; empty where the sign has none
 * @param words what a line of that file says; empty for other signs
 */
public record Elsewhere(String copy, IngestSign sign, String place, String words) {
    public Elsewhere {
        Objects.requireNonNull(copy, "copy");
        Objects.requireNonNull(sign, "sign");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(words, "words");
    }
}
