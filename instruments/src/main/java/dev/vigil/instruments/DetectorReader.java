package dev.vigil.instruments;

import dev.vigil.imaging.Hdu;
import dev.vigil.instruments.HeaderMap.Found;
import dev.vigil.instruments.signature.Readout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the detectors of a file and the sections and constants of their amplifiers. */
record DetectorReader(
        GainRule gain,
        List<Pattern> extensions,
        List<String> amplifierSuffixes,
        boolean cubes,
        List<DetectorNote> bad,
        List<DetectorNote> doubtful) {
    private static final int LARGEST_AXIS = 1_000_000;
    private static final Set<String> NAMES_OF_NOTHING = Set.of("", "COMPRESSED_IMAGE", "IMAGE");

    DetectorReader {
        extensions = List.copyOf(extensions);
        bad = List.copyOf(bad);
        doubtful = List.copyOf(doubtful);
        amplifierSuffixes = amplifierSuffixes.isEmpty() ? List.of("") : List.copyOf(amplifierSuffixes);
    }

    /** Those that are expected to be of no use at that time are left out, unless there are no others. */
    List<Detector> read(List<Hdu> hdus, Instant start, HeaderFacts facts, Flags flags) throws UnfitFile {
        List<Detector> all = all(hdus, facts, flags);
        note(doubtful, Flag.DOUBTFUL_DETECTOR, all, start, flags);
        List<Detector> good = all.stream()
                .filter(detector -> bad.stream().noneMatch(note -> note.isOf(detector.name(), start)))
                .toList();
        if (good.isEmpty()) {
            return all;
        }
        note(bad, Flag.BAD_DETECTOR, all, start, flags);
        return good;
    }

    private static void note(
            List<DetectorNote> notes, Flag flag, List<Detector> detectors, Instant start, Flags flags) {
        String words = notes.stream()
                .filter(note -> detectors.stream().anyMatch(detector -> note.isOf(detector.name(), start)))
                .map(DetectorNote::toString)
                .collect(Collectors.joining(", "));
        if (!words.isEmpty()) {
            flags.add(flag, flag.meaning() + ": " + words);
        }
    }

    private List<Detector> all(List<Hdu> hdus, HeaderFacts facts, Flags flags) throws UnfitFile {
        List<Detector> detectors = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int unpacked = hasStandIn(hdus) ? 1 : 0;
        for (Hdu hdu : hdus) {
            if (isDetector(hdu)) {
                String name = nameOf(hdu, facts, detectors.size() + 1);
                String unique = names.add(name) ? name : name + "." + hdu.index();
                detectors.add(detector(hdu, hdu.index() - unpacked, unique, facts, flags));
            }
        }
        if (detectors.isEmpty()) {
            throw new UnfitFile(
                    RefusalCategory.NO_IMAGE,
                    "no HDU of the file holds an image of "
                            + (cubes ? "two or three dimensions" : "two dimensions")
                            + (extensions.isEmpty() ? "" : " under a name that the profile gives to detectors"),
                    "look whether this file is an exposure; if it is, say in its profile where the pixels are, "
                            + UnfitFile.JUDGED_AGAIN);
        }
        return detectors;
    }

    /** Whoever tile-compresses a primary image puts an empty HDU before it, which goes when it is uncompressed. */
    private static boolean hasStandIn(List<Hdu> hdus) {
        return hdus.size() > 1
                && hdus.get(0).dataBytes() == 0
                && hdus.get(1).header().has("ZSIMPLE");
    }

    private boolean isDetector(Hdu hdu) {
        boolean flat = hdu.isImage() && fits(hdu.width()) && fits(hdu.height()) && (cubes || hdu.axis(3) <= 1);
        String name = hdu.name().orElse("");
        return flat
                && (extensions.isEmpty()
                        || extensions.stream()
                                .anyMatch(pattern -> pattern.matcher(name).matches()));
    }

    private static boolean fits(long axis) {
        return axis >= 1 && axis <= LARGEST_AXIS;
    }

    private static String nameOf(Hdu hdu, HeaderFacts facts, int order) {
        return hdu.name()
                .filter(name -> !NAMES_OF_NOTHING.contains(name.strip()))
                .or(() -> facts.find(Meaning.DETECTOR, hdu, "").map(Found::value))
                .orElse(Integer.toString(order));
    }

    private Detector detector(Hdu hdu, int index, String name, HeaderFacts facts, Flags flags) throws UnfitFile {
        List<Amplifier> amplifiers = new ArrayList<>();
        for (String suffix : amplifierSuffixes) {
            amplifiers.add(amplifier(hdu, new Readout(name, nameOf(suffix)), suffix, facts, flags));
        }
        return new Detector(index, name, (int) hdu.width(), (int) hdu.height(), amplifiers);
    }

    List<String> amplifierNames() {
        return amplifierSuffixes.stream().map(DetectorReader::nameOf).toList();
    }

    private static String nameOf(String suffix) {
        return suffix.isEmpty() ? "1" : suffix;
    }

    private Amplifier amplifier(Hdu hdu, Readout place, String suffix, HeaderFacts facts, Flags flags)
            throws UnfitFile {
        Optional<Section> bias = section(Meaning.BIAS_SECTION, hdu, suffix, facts);
        Section data = dataSection(hdu, suffix, facts, bias, flags);
        return new Amplifier(
                place.amplifier(),
                data,
                bias,
                gain.electronsPerAdu(facts, hdu, place, suffix, flags),
                positive(Meaning.READ_NOISE, hdu, suffix, facts).or(() -> gain.readNoise(facts, place)),
                positive(Meaning.SATURATION, hdu, suffix, facts));
    }

    private Section dataSection(Hdu hdu, String suffix, HeaderFacts facts, Optional<Section> bias, Flags flags)
            throws UnfitFile {
        Optional<Section> said = section(Meaning.DATA_SECTION, hdu, suffix, facts);
        if (said.isPresent()) {
            requireApart(hdu, said.get(), bias);
            return said.get();
        }
        if (bias.isEmpty()) {
            return Section.whole((int) hdu.width(), (int) hdu.height());
        }
        flags.add(Flag.DATA_SECTION_FROM_BIAS_SECTION);
        return bias.get()
                .remainderOf((int) hdu.width(), (int) hdu.height())
                .orElseThrow(() -> new UnfitFile(
                        RefusalCategory.MISSING_KEYWORD,
                        "the header names an overscan section " + bias.get() + " but no data section, in HDU "
                                + hdu.index(),
                        "write TRIMSEC or DATASEC into the header and deliver the file again"));
    }

    private static Optional<Section> section(Meaning meaning, Hdu hdu, String suffix, HeaderFacts facts)
            throws UnfitFile {
        Optional<Found> found = facts.find(meaning, hdu, suffix);
        return found.isPresent() ? Optional.of(section(found.get(), hdu)) : Optional.empty();
    }

    private static Section section(Found found, Hdu hdu) throws UnfitFile {
        Section section;
        try {
            section = Section.parse(found.value());
        } catch (IllegalArgumentException malformed) {
            throw badSection(RefusalCategory.UNREADABLE_VALUE, found, malformed.getMessage());
        }
        if (!section.fitsIn((int) hdu.width(), (int) hdu.height())) {
            throw badSection(
                    RefusalCategory.IMPOSSIBLE_VALUE,
                    found,
                    section + " reaches outside HDU " + hdu.index() + " of " + hdu.width() + " x " + hdu.height());
        }
        return section;
    }

    private static UnfitFile badSection(RefusalCategory category, Found found, String why) {
        return new UnfitFile(
                category,
                found.keyword() + " is " + found.value() + ": " + why,
                "correct " + found.keyword() + " and deliver the file again");
    }

    private static void requireApart(Hdu hdu, Section data, Optional<Section> bias) throws UnfitFile {
        if (bias.isPresent() && bias.get().overlaps(data)) {
            throw new UnfitFile(
                    RefusalCategory.IMPOSSIBLE_VALUE,
                    "the data section " + data + " and the overscan " + bias.get() + " of HDU " + hdu.index()
                            + " share pixels",
                    "correct the sections in the header and deliver the file again");
        }
    }

    /** Zero is how many cameras say that they do not know. */
    private static Optional<Double> positive(Meaning meaning, Hdu hdu, String suffix, HeaderFacts facts)
            throws UnfitFile {
        Optional<Found> found = facts.find(meaning, hdu, suffix);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        double value = found.get().number();
        return value > 0 ? Optional.of(value) : Optional.empty();
    }
}
