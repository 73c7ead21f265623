package dev.vigil.calibrator;

import java.util.Optional;

/** What this program calls itself in the products that it makes. */
final class Software {
    /** The name, and the version where the program was packaged with one. */
    static final String NAME = "Vigil " + version();

    private Software() {}

    private static String version() {
        return Optional.ofNullable(Software.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
