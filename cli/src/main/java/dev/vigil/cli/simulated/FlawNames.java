package dev.vigil.cli.simulated;

import dev.vigil.simulator.Flaw;
import java.util.Arrays;
import java.util.Iterator;

/** What can be wrong with a simulated night, for help and completion. */
final class FlawNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Flaw.values()).map(Flaw::word).iterator();
    }
}
