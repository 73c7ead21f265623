package dev.vigil.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.ledger.Measured;
import dev.vigil.ledger.Pointing;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Measurements;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.NightTruth;
import dev.vigil.simulator.NightTruth.CameraTruth;
import dev.vigil.simulator.NightTruth.FrameTruth;
import dev.vigil.simulator.Quirks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TruthTableTest {
    private static final NightTruth NIGHT = new NightTruth(
            "generic",
            "GEN01",
            "2026-11-19",
            1,
            new CameraTruth(64, 64, 64, 1000, 1, 5, 0.01, 60_000, 22, 0.1, 0.5, List.of(), List.of()),
            List.of(frame("a.fits"), frame("b.fits"), frame("c.fits")),
            List.of(),
            Quirks.NONE);

    @Test
    void whatWasMeasuredStandsBesideWhatIsTrue() {
        List<Measured> found = List.of(
                reduced("a.fits", 4.04, Map.of()), reduced("b.fits", 3.92, Map.of()), reduced("c.fits", 4, Map.of()));
        assertThat(TruthTable.lines(NIGHT, found))
                .containsExactly(
                        "measured        frames  truth  found  off, median  off, most",
                        "seeing, pixels       3   4.00   4.00  1.00 %       2.00 %");
    }

    @Test
    void aNightOfWhichNothingWasReducedHasNoTable() {
        assertThat(TruthTable.lines(NIGHT, List.of())).isEmpty();
        assertThat(TruthTable.placed(NIGHT, List.of())).isEmpty();
    }

    @Test
    void ofAllScienceFramesThoseAreCountedThatWereSolved() {
        List<Measured> found = List.of(
                reduced("a.fits", 4, Map.of("astrometryStars", 30.0, "astrometryResidual", 0.1)),
                reduced("b.fits", 4, Map.of("astrometryStars", 40.0, "astrometryResidual", 0.3)),
                reduced("c.fits", 4, Map.of("astrometryStars", 0.0)));
        assertThat(TruthTable.placed(NIGHT, found))
                .contains(
                        "solved on the sky: 2 of 3 science frames (1 not solved), residual 0.200\u2033 at the median");
        assertThat(TruthTable.placed(NIGHT, found.subList(0, 1)))
                .contains("solved on the sky: 1 of 3 science frames (2 not reduced, or without a catalogue), residual"
                        + " 0.100\u2033 at the median");
        assertThat(TruthTable.placed(NIGHT, found.subList(2, 3)))
                .contains(
                        "solved on the sky: 0 of 3 science frames (1 not solved, 2 not reduced, or without a catalogue)");
    }

    private static FrameTruth frame(String name) {
        return new FrameTruth(
                "2026-11-19/" + name,
                name,
                1,
                1,
                FrameKind.SCIENCE,
                "2026-11-20T01:00:00",
                30,
                1.2,
                4,
                100,
                21.9,
                List.of(),
                List.of());
    }

    private static Measured reduced(String name, double seeing, Map<String, Double> others) {
        return new Measured(
                FrameId.ofPath("GEN01/2026-11-19/" + name),
                FrameType.SCIENCE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "r",
                ReductionKind.FULL,
                Instant.EPOCH,
                new Measurements(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(seeing),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        others),
                Pointing.UNKNOWN);
    }
}
