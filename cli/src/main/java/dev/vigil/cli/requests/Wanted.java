package dev.vigil.cli.requests;

import dev.vigil.cli.command.WrongCallException;
import dev.vigil.cli.nights.Frame;
import dev.vigil.cli.nights.Frames;
import dev.vigil.cli.nights.Inventory;
import dev.vigil.cli.nights.NightSelection;
import dev.vigil.common.kafka.KafkaSettings;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Frames, and nights whose frames are meant, as a user names them.
 *
 * @param frames ids of frames
 * @param nights the nights
 */
record Wanted(List<String> frames, NightSelection nights) {
    /** What names of frames and nights are like. */
    static final String NAMES =
            "Frame ids (UNIT/NIGHT/NAME.fits), or nights: 2026-11-19, UNIT/NIGHT, UNIT, or a range 2026-11-01..";

    private static final Pattern FITS = Pattern.compile("(?i).*\\.(fits?|fts)(\\.\\w+)?");
    private static final Pattern NIGHTS = Pattern.compile("[0-9-]*(\\.\\.[0-9-]*)?|unknown");

    static Wanted of(List<String> named) {
        named.stream().filter(Gap::isOne).findFirst().ifPresent(Wanted::refuseNumbers);
        List<String> frames = named.stream().filter(Wanted::isFrame).toList();
        FrameLists.ids(frames);
        return new Wanted(
                frames,
                new NightSelection(named.stream().filter(name -> !isFrame(name)).toList()));
    }

    private static void refuseNumbers(String gap) {
        throw new WrongCallException(gap + " names missing numbers, of which there is no file to do anything with:"
                + " find the files and put them into their folder, or write the numbers off with vigil close");
    }

    /** Whether a text names a night of a unit, or several. */
    static boolean isNightOfAUnit(String text) {
        return text.indexOf('/') > 0 && !isFrame(text);
    }

    /** A night has no file behind its unit; and what is named like a FITS file was meant to be one. */
    private static boolean isFrame(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? FITS.matcher(text).matches()
                : !NIGHTS.matcher(text.substring(slash + 1)).matches();
    }

    /** Refuses what there is not. */
    void requireIn(KafkaSettings kafka) {
        Inventory inventory = new Inventory(kafka);
        inventory.requireFrames(frames);
        inventory.require(nights);
    }

    /** The frames of the nights that are named, as far as they are meant; none where no night is. */
    List<Frame> ofNights(KafkaSettings kafka, Predicate<Frame> meant, PrintWriter err) {
        return nights.isOfAll()
                ? List.of()
                : Frames.read(kafka, frame -> meant.test(frame) && nights.includes(frame.unit(), frame.night()), err);
    }
}
