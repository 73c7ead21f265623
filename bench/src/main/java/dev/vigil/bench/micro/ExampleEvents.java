package dev.vigil.bench.micro;

import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.DetectorOutcome;
import dev.vigil.schemas.events.FrameEvent;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.MasterUsed;
import dev.vigil.schemas.events.Measurements;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.RecipeUsed;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.StoredFile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events of one ordinary science frame. */
final class ExampleEvents {
    private static final Instant AT = Instant.parse("2026-11-20T03:15:02.250Z");
    private static final FrameIdentity IDENTITY = new FrameIdentity(
            FrameId.ofPath("GEN01/2026-11-19/GEN01_20261120_031502_science_0117.fits"),
            1,
            "GEN01",
            Optional.of(LocalDate.of(2026, 11, 19)),
            NightSource.HEADER,
            "GEN01_20261120_031502",
            FrameType.SCIENCE,
            Level.REDUCED,
            1);
    private static final Sha256 DIGEST = new Sha256("0123456789abcdef".repeat(4));

    private ExampleEvents() {}

    static FrameReduced reduced() {
        return new FrameReduced(
                IDENTITY,
                AT,
                "reduce/" + IDENTITY.frame() + "/1",
                ReductionKind.FULL,
                "8c1f0f3a77b249a0b6d2c4e1",
                new RecipeUsed("imaging", "1", DIGEST.value()),
                List.of(new DetectorOutcome("SIM-CCD", true, Optional.empty())),
                List.of(used(MasterKind.BIAS), used(MasterKind.DARK), used(MasterKind.FLAT)),
                List.of(new Product(ProductKind.IMAGE, file("products/GEN01/2026-11-19/science_0117.fits"))),
                measurements(),
                List.of(),
                "calibrator-1",
                Duration.ofMillis(18));
    }

    private static MasterUsed used(MasterKind kind) {
        return new MasterUsed(new MasterId("GEN01/" + kind + "/2026-11-19/v1"), kind, Duration.ofHours(9));
    }

    private static StoredFile file(String key) {
        return new StoredFile(Area.ARCHIVE, key, 743_040, DIGEST);
    }

    private static Measurements measurements() {
        return new Measurements(
                Optional.of(1093.0),
                Optional.of(0.0001),
                Optional.of(42L),
                Optional.of(3.1),
                Optional.of(1.5),
                Optional.of(0.04),
                Optional.of(12.5),
                Optional.of(140.25),
                Optional.of(12.5),
                Map.of());
    }

    /** All that is said of the frame, in an order in which it may well come. */
    static List<FrameEvent> news() {
        StoredFile raw = file("raw/GEN01/2026-11-19/science_0117.fits");
        return List.of(
                new FrameTransferred(IDENTITY, AT, "transfer/1", raw, raw, "transfer-1", Duration.ofMillis(4)),
                new FrameRecorded(IDENTITY, AT.plusSeconds(2), Level.REDUCED),
                reduced());
    }
}
