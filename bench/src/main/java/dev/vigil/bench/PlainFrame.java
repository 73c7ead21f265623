package dev.vigil.bench;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What the plain loop must know of a file: it reads the simulator's headers and no other camera's. */
record PlainFrame(Path file, String type, Duration exposure, Detector detector) {
    private static final String SCIENCE = "Light Frame";

    static PlainFrame of(Path file, Header header) {
        Amplifier amplifier = new Amplifier(
                Section.parse(header.text("TRIMSEC").orElseThrow()),
                Optional.of(Section.parse(header.text("BIASSEC").orElseThrow())),
                header.number("EGAIN"),
                header.number("RDNOISE"),
                header.number("SATURATE"));
        return new PlainFrame(
                file,
                header.text("IMAGETYP").orElseThrow(),
                Duration.ofMillis(Math.round(1000 * header.number("EXPTIME").orElseThrow())),
                Detector.of(header.text("DETECTOR").orElseThrow(), 0, amplifier));
    }

    boolean isScience() {
        return type.equals(SCIENCE);
    }

    String stem() {
        return file.getFileName().toString().replaceFirst("\\.fits$", "");
    }
}
