package dev.vigil.instruments;

import dev.vigil.imaging.Hdu;
import dev.vigil.instruments.HeaderMap.Found;
import dev.vigil.instruments.signature.Readout;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How many electrons one ADU is: the card that says just that, else what the profile says of the amplifier or of the
 * setting, else GAIN, but only where its unit is declared or it looks like no setting. A CMOS camera's GAIN of 2750 is a
 * knob, not a gain.
 *
 * @param readNoise electrons, of a camera whose headers and gain table do not tell them
 */
record GainRule(
        boolean gainIsElectronsPerAdu,
        List<Entry> table,
        List<AmplifierGain> amplifiers,
        List<String> settingKeywords,
        Optional<Double> readNoise) {
    private static final double LEAST = 0.05;
    private static final double MOST = 20;
    private static final List<String> UNITS = List.of(
            "e-/adu",
            "e/adu",
            "e-/dn",
            "e/dn",
            "electrons/adu",
            "electrons per adu",
            "electron/adu",
            "electrons/dn",
            "electrons per dn",
            "e- per adu",
            "e-/count");

    GainRule {
        table = List.copyOf(table);
        amplifiers = List.copyOf(amplifiers);
        settingKeywords = List.copyOf(settingKeywords);
        requirePositive(readNoise);
    }

    private static void requirePositive(Optional<Double> readNoise) {
        if (readNoise.isPresent() && !(readNoise.get() > 0)) {
            throw new IllegalArgumentException("the read noise must be positive, not " + readNoise.get());
        }
    }

    /** A camera at a gain setting: what one ADU is there, and the read noise in electrons where it is known. */
    record Entry(Optional<String> camera, String setting, double electronsPerAdu, Optional<Double> readNoise) {
        Entry {
            Objects.requireNonNull(camera, "camera");
            setting = settingText(setting);
            if (!(electronsPerAdu > 0)) {
                throw new IllegalArgumentException("electrons per ADU must be positive, not " + electronsPerAdu);
            }
            requirePositive(readNoise);
        }

        boolean matches(Optional<String> otherCamera, String otherSetting) {
            return setting.equals(otherSetting) && (camera.isEmpty() || camera.equals(otherCamera));
        }
    }

    /** What is known of one amplifier, by whom it was measured. */
    record AmplifierGain(Readout amplifier, double electronsPerAdu, Optional<Double> readNoise) {
        AmplifierGain {
            Objects.requireNonNull(amplifier, "amplifier");
            if (!(electronsPerAdu > 0)) {
                throw new IllegalArgumentException("electrons per ADU must be positive, not " + electronsPerAdu);
            }
            requirePositive(readNoise);
        }
    }

    /** The constants of an amplifier, which is known by its place and by the suffix of its keywords. */
    Optional<Double> electronsPerAdu(HeaderFacts facts, Hdu hdu, Readout place, String amplifier, Flags flags)
            throws UnfitFile {
        Optional<Found> declared = facts.find(Meaning.ELECTRONS_PER_ADU, hdu, amplifier);
        if (declared.isPresent()) {
            return Optional.of(positive(declared.get()));
        }
        Optional<Found> gain = facts.find(Meaning.GAIN, hdu, amplifier);
        Optional<Double> tabled = of(place)
                .map(AmplifierGain::electronsPerAdu)
                .or(() -> entry(facts).map(Entry::electronsPerAdu));
        if (tabled.isPresent() || gain.isEmpty()) {
            return orFlag(tabled, Flag.GAIN_UNKNOWN, flags);
        }
        return orFlag(byGain(gain.get()), Flag.GAIN_IS_A_SETTING, flags);
    }

    /** What the profile says of the read noise, for cameras that do not say it themselves. */
    Optional<Double> readNoise(HeaderFacts facts, Readout place) {
        return of(place)
                .flatMap(AmplifierGain::readNoise)
                .or(() -> entry(facts).flatMap(Entry::readNoise))
                .or(() -> readNoise);
    }

    private Optional<AmplifierGain> of(Readout place) {
        return amplifiers.stream()
                .filter(gain -> gain.amplifier().is(place.detector(), place.amplifier()))
                .findFirst();
    }

    private Optional<Entry> entry(HeaderFacts facts) {
        Optional<String> camera = facts.text(Meaning.CAMERA);
        return facts.text(Meaning.GAIN_SETTING)
                .map(GainRule::settingText)
                .flatMap(setting -> table.stream()
                        .filter(entry -> entry.matches(camera, setting))
                        .findFirst());
    }

    private Optional<Double> byGain(Found gain) throws UnfitFile {
        double value = gain.number();
        boolean declared = gainIsElectronsPerAdu || declaresUnit(gain.comment());
        boolean taken = declared ? value > 0 : value >= LEAST && value <= MOST && !looksLikeSetting(gain);
        return taken ? Optional.of(value) : Optional.empty();
    }

    private static boolean declaresUnit(String comment) {
        String plain = comment.toLowerCase(Locale.ROOT);
        return UNITS.stream().anyMatch(plain::contains);
    }

    private boolean looksLikeSetting(Found gain) {
        return Words.of(gain.comment()).contains("setting")
                || settingKeywords.stream().anyMatch(gain.header()::has);
    }

    private static double positive(Found found) throws UnfitFile {
        double value = found.number();
        if (!(value > 0)) {
            throw new UnfitFile(
                    RefusalCategory.IMPOSSIBLE_VALUE,
                    found.keyword() + " is " + found.value() + "; electrons per ADU must be positive",
                    "correct " + found.keyword() + " and deliver the file again");
        }
        return value;
    }

    private static Optional<Double> orFlag(Optional<Double> value, Flag flag, Flags flags) {
        if (value.isEmpty()) {
            flags.add(flag);
        }
        return value;
    }

    /** The same setting whether the writer said 2750 or 2750.0. */
    static String settingText(String value) {
        return value.replaceFirst("\\.0*$", "");
    }
}
