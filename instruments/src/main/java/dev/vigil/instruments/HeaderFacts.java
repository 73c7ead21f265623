package dev.vigil.instruments;

import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.instruments.HeaderMap.Found;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Looks up meanings in one file: in the primary header, then in the first image's; for a detector in its own header first. */
final class HeaderFacts {
    private final HeaderMap map;
    private final Header primary;
    private final Header image;

    HeaderFacts(HeaderMap map, List<Hdu> hdus) {
        this.map = map;
        this.primary = hdus.get(0).header();
        this.image =
                hdus.stream().filter(Hdu::isImage).findFirst().map(Hdu::header).orElse(primary);
    }

    Optional<Found> find(Meaning meaning) {
        return map.find(meaning, primary, "").or(() -> map.find(meaning, image, ""));
    }

    /** What one detector's header says, or else the primary header, which holds for all of them. */
    Optional<Found> find(Meaning meaning, Hdu detector, String amplifier) {
        return map.find(meaning, detector.header(), amplifier).or(() -> map.find(meaning, primary, amplifier));
    }

    /** A card by its keyword, wherever it stands. */
    Optional<String> card(String keyword) {
        return primary.text(keyword).or(() -> image.text(keyword));
    }

    /** A card's number; nothing where the card is absent or holds none. */
    OptionalDouble numberOf(String keyword) {
        OptionalDouble number = primary.number(keyword);
        return number.isPresent() ? number : image.number(keyword);
    }

    /** Whether a card says yes, as a FITS logical or in words. */
    boolean says(Meaning meaning) {
        return find(meaning)
                .flatMap(found -> found.header().logical(found.keyword()))
                .orElse(false);
    }

    Optional<String> text(Meaning meaning) {
        return find(meaning).map(Found::value);
    }

    Optional<Double> number(Meaning meaning) throws UnfitFile {
        Optional<Found> found = find(meaning);
        return found.isPresent() ? Optional.of(found.get().number()) : Optional.empty();
    }

    Found require(Meaning meaning, String purpose) throws UnfitFile {
        return find(meaning).orElseThrow(() -> missing(meaning, purpose));
    }

    private UnfitFile missing(Meaning meaning, String purpose) {
        String names = String.join(" or ", map.of(meaning));
        List<String> empty = map.of(meaning).stream().filter(this::has).toList();
        return empty.isEmpty()
                ? missing(meaning, "the header has no " + names + ": " + purpose, "write " + names + " into the header")
                : missing(
                        meaning,
                        String.join(" and ", empty) + (empty.size() == 1 ? " is" : " are") + " empty in the header: "
                                + purpose,
                        "give " + String.join(" or ", empty) + " a value");
    }

    private static UnfitFile missing(Meaning meaning, String reason, String correction) {
        return new UnfitFile(
                RefusalCategory.MISSING_KEYWORD,
                reason,
                correction + " and deliver the file again, or name this camera's keyword under headers." + meaning.key()
                        + " in its profile, " + UnfitFile.JUDGED_AGAIN);
    }

    private boolean has(String keyword) {
        return primary.has(keyword) || image.has(keyword);
    }
}
