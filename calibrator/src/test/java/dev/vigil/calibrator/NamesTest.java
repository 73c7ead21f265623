package dev.vigil.calibrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.ChosenMaster;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.RecipeUsed;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.StoredFile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final RecipeUsed RECIPE = new RecipeUsed("imaging", "1", "f".repeat(64));

    private static FrameIdentity frame(String path, int revision, Optional<LocalDate> night) {
        FrameId id = FrameId.ofPath(path);
        return new FrameIdentity(
                id, revision, id.unit(), night, NightSource.HEADER, "e", FrameType.SCIENCE, Level.REDUCED, 1);
    }

    private static FrameIdentity frame(int revision) {
        return frame("7DT05/2026-11-19/a.fits.fz", revision, Optional.of(LocalDate.of(2026, 11, 19)));
    }

    private static ChosenMaster master(MasterKind kind, int version) {
        return new ChosenMaster(
                MasterId.of("7DT05", kind, "set", version),
                kind,
                new StoredFile(Area.ARCHIVE, "k", 1, new Sha256("0".repeat(64))),
                Optional.empty(),
                Duration.ZERO);
    }

    @Test
    void theSameWorkHasTheSameName() {
        ChosenMaster bias = master(MasterKind.BIAS, 1);
        ChosenMaster flat = master(MasterKind.FLAT, 1);
        assertThat(Names.reduction(frame(1), RECIPE, List.of(bias, flat)))
                .isEqualTo(Names.reduction(frame(1), RECIPE, List.of(flat, bias)));
    }

    @Test
    void anotherRevisionMasterOrRecipeIsOtherWork() {
        List<String> ids = List.of(
                Names.reduction(frame(1), RECIPE, List.of(master(MasterKind.BIAS, 1))),
                Names.reduction(frame(2), RECIPE, List.of(master(MasterKind.BIAS, 1))),
                Names.reduction(frame(1), RECIPE, List.of(master(MasterKind.BIAS, 2))),
                Names.reduction(frame(1), RECIPE, List.of()),
                Names.reduction(frame(1), new RecipeUsed("imaging", "1", "e".repeat(64)), List.of()));
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void aProductLiesBesideTheOthersOfItsFrame() {
        assertThat(Names.product(frame(1), "abc", ".preview.png").value())
                .isEqualTo("products/7DT05/2026-11-19/a/abc/a.preview.png");
    }

    @Test
    void aFrameOfAnUnknownNightAndAnOddNameHasAPlaceToo() {
        FrameIdentity odd = frame("7DT05/x/line\nbreak.fits", 1, Optional.empty());
        assertThat(Names.product(odd, "abc", ".fits").value())
                .isEqualTo("products/7DT05/unknown/line%0Abreak/abc/line%0Abreak.fits");
    }
}
