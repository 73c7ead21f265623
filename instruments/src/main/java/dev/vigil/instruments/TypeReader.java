package dev.vigil.instruments;

import dev.vigil.instruments.HeaderMap.Found;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what a frame was taken for: the header first, the name second; where both speak and disagree, a flag.
 *
 * @param ofPlainNames what a frame is whose header says no type, and whose name is of one of the forms and says none either
 */
record TypeReader(TypeTable table, Optional<FrameType> ofPlainNames, String profile) {
    /** A frame type, and for a flat its kind where that is said. */
    record Typed(FrameType type, Optional<String> flatKind) {}

    Typed read(HeaderFacts facts, NameFacts name, Flags flags) throws UnfitFile {
        Optional<Found> header = facts.find(Meaning.TYPE);
        Optional<FrameType> byName = name.type().flatMap(table::typeOf);
        if (header.isEmpty()) {
            return fromName(facts, name, byName.or(() -> plain(name)), flags);
        }
        FrameType type = known(header.get());
        if (byName.isPresent() && byName.get() != type) {
            flags.add(Flag.NAME_DISAGREES_ON_TYPE);
        }
        return new Typed(type, table.flatKindOf(header.get().value()));
    }

    /** What a name may have meant that says another type than the header: that type in every word for it, or none; else what it says. */
    List<Optional<String>> wordsFor(FrameType type, NameFacts name) {
        boolean agrees =
                name.type().flatMap(table::typeOf).filter(said -> said != type).isEmpty();
        Stream<Optional<String>> others = agrees
                ? Stream.empty()
                : Stream.concat(table.wordsFor(type).stream().map(Optional::of), Stream.of(Optional.empty()));
        return Stream.concat(Stream.of(name.type()), others).toList();
    }

    private Optional<FrameType> plain(NameFacts name) {
        return ofPlainNames.filter(type -> name.fits() && name.type().isEmpty());
    }

    private Typed fromName(HeaderFacts facts, NameFacts name, Optional<FrameType> byName, Flags flags)
            throws UnfitFile {
        if (byName.isEmpty()) {
            facts.require(Meaning.TYPE, "it is not known what the frame was taken for, and its name does not tell");
        }
        flags.add(Flag.TYPE_FROM_NAME);
        return new Typed(byName.orElseThrow(), name.type().flatMap(table::flatKindOf));
    }

    private FrameType known(Found found) throws UnfitFile {
        return table.typeOf(found.value())
                .orElseThrow(() -> new UnfitFile(
                        RefusalCategory.UNKNOWN_TYPE,
                        found.keyword() + " is '" + found.value() + "', a frame type that the profile " + profile
                                + " does not know",
                        "correct " + found.keyword() + ", or name '" + found.value() + "' under types in the profile, "
                                + UnfitFile.JUDGED_AGAIN));
    }
}
