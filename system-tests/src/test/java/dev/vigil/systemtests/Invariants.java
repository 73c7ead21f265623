package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.common.settings.Config;
import java.util.ArrayList;
import java.util.List;

/** All that must hold of any deployment at rest. */
final class Invariants {
    private static final List<Invariant> ALL =
            List.of(new EveryFrameEndsOnce(), new RowsAndFilesAgree(), new ProgressAddsUp());

    private Invariants() {}

    static void assertHold(Config config) throws Exception {
        List<String> violations = new ArrayList<>();
        try (Evidence evidence = new Evidence(config)) {
            for (Invariant invariant : ALL) {
                invariant
                        .violations(evidence)
                        .forEach(each -> violations.add(invariant.getClass().getSimpleName() + ": " + each));
            }
        }
        assertThat(violations).isEmpty();
    }
}
