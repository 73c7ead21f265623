package dev.vigil.producer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.common.settings.Config;
import dev.vigil.schemas.events.Elsewhere;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.IngestSign;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.NightSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MonitoredTest {
    private static final String PATH = "auxtel/2026-11-19/AT_O_{night}_7.fits.fz";
    private static final Monitored MONITORED = Config.of(Map.of(
                    "monitor.units.LATISS.copies", "/copies/{unit}/{night}/{name}",
                    "monitor.units.LATISS.ingested", "in /logs/{night}.log: {stem}",
                    "monitor.units.HSC.copies", "/copies/{path}"))
            .read(Monitored::from);

    @Test
    void theFilesOwnWordsTakeThePlaceOfThoseInBraces() {
        assertThat(MONITORED.of(identity("LATISS", Optional.of(LocalDate.of(2026, 11, 19)), Level.INGESTED), PATH))
                .contains(new Elsewhere(
                        "/copies/LATISS/2026-11-19/AT_O_{night}_7.fits.fz",
                        IngestSign.LINE,
                        "/logs/2026-11-19.log",
                        "AT_O_{night}_7"));
    }

    @Test
    void aNightThatNobodyKnowsIsCalledSo() {
        assertThat(MONITORED
                        .of(identity("LATISS", Optional.empty(), Level.INGESTED), PATH)
                        .orElseThrow()
                        .copy())
                .startsWith("/copies/LATISS/unknown/");
    }

    @Test
    void theLastLevelIsWhereTheOtherSoftwareEnds() {
        assertThat(MONITORED.lastLevel("LATISS", "auxtel", Level.REDUCED)).isEqualTo(Level.INGESTED);
        assertThat(MONITORED.lastLevel("HSC", "HSC", Level.REDUCED)).isEqualTo(Level.TRANSFERRED);
        assertThat(MONITORED.lastLevel("7DT05", "7DT05", Level.REDUCED)).isEqualTo(Level.REDUCED);
        assertThat(MONITORED.of(identity("7DT05", Optional.empty(), Level.REDUCED), "7DT05/a.fits"))
                .isEmpty();
    }

    @Test
    void whatIsExcludedIsWaitedForUntilItIsCopiedAndNoFurther() {
        Elsewhere place = MONITORED
                .of(identity("LATISS", Optional.empty(), Level.TRANSFERRED), PATH)
                .orElseThrow();
        assertThat(place.sign()).isEqualTo(IngestSign.NONE);
    }

    private static FrameIdentity identity(String unit, Optional<LocalDate> night, Level level) {
        return new FrameIdentity(
                new FrameId(unit + "/a.fits"), 1, unit, night, NightSource.FOLDER, "a", FrameType.SCIENCE, level, 0);
    }
}
