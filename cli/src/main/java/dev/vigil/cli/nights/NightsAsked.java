package dev.vigil.cli.nights;

import java.util.List;
import picocli.CommandLine.Parameters;

/** Which nights a command is about, where it is about nights and nothing else. */
final class NightsAsked {
    @Parameters(
            arity = "0..*",
            paramLabel = "NIGHT",
            description =
                    "Nights, such as 2026-11-19, or UNIT/NIGHT, or UNIT for all of its nights, or a range 2026-11-01..2026-11-19, open where an end is left out. All when none is given.")
    private List<String> nights = List.of();

    NightSelection selection() {
        return new NightSelection(nights);
    }

    boolean areAll() {
        return nights.isEmpty();
    }

    @Override
    public String toString() {
        return String.join(", ", nights);
    }
}
