package dev.vigil.imaging;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pixels have lost that are told in steps of their noise, and where the exact ones are; written into the header of each such image.
 *
 * @param steps how many steps there are in one standard deviation of a row's noise
 * @param original SHA-256, in hexadecimal, of the file that has the pixels as they were
 */
public record Loss(int steps, String original) {
    /** More steps than these save nothing, fewer distort. */
    public static final int FEWEST = 2;

    /** More than these are no loss that would be worth it. */
    public static final int MOST = 64;

    private static final Pattern WORD = Pattern.compile("lossy-(\\d{1,2})");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final String SAID = "LOSSY";
    private static final String STEPS = "LOSSYQ";
    private static final String ORIGINAL = "LOSSYSRC";
    private static final List<String> SENTENCE = List.of(
            "Kept with loss: pixels are rounded, with a dither, to steps of a part of",
            "the noise of their row. LOSSYSRC is the SHA-256 of the file that the",
            "telescope wrote, which stays the only exact copy.");

    public Loss {
        Objects.requireNonNull(original, "original");
        if (steps < FEWEST || steps > MOST || !DIGEST.matcher(original).matches()) {
            throw new IllegalArgumentException("no loss: " + steps + " steps, original " + original);
        }
    }

    /** What a form of so many steps is called on the line. */
    public static String word(int steps) {
        return "lossy-" + steps;
    }

    /** How many steps the form of a word has; none of any other. */
    public static OptionalInt stepsOf(String word) {
        Matcher form = WORD.matcher(word);
        int steps = form.matches() ? Integer.parseInt(form.group(1)) : 0;
        return steps >= FEWEST && steps <= MOST ? OptionalInt.of(steps) : OptionalInt.empty();
    }

    /** What a header says; nothing of one that says nothing. */
    public static Optional<Loss> of(Header header) {
        OptionalLong steps = header.integer(STEPS);
        Optional<String> original = header.text(ORIGINAL);
        boolean isSaid = steps.isPresent()
                && steps.getAsLong() >= FEWEST
                && steps.getAsLong() <= MOST
                && original.filter(DIGEST.asMatchPredicate()).isPresent();
        return isSaid ? Optional.of(new Loss((int) steps.getAsLong(), original.get())) : Optional.empty();
    }

    /** What the images of a file say; nothing where none does. */
    public static Optional<Loss> of(FitsFile fits) {
        return fits.hdus().stream().flatMap(hdu -> of(hdu.header()).stream()).findFirst();
    }

    /** Where the dither begins follows from the original, so that the same file is packed into the same bytes. */
    TileForm form() {
        return TileForm.quantised(steps, original);
    }

    Header cards() {
        Header.Builder cards = Header.builder();
        cards.put(SAID, true, "pixels are not exactly those of the telescope");
        cards.put(STEPS, steps, "steps in one sigma of a row's noise");
        cards.put(ORIGINAL, original, "");
        SENTENCE.forEach(line -> cards.comment(line));
        return cards.build();
    }
}
