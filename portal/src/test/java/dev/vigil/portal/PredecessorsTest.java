package dev.vigil.portal;

import static dev.vigil.portal.MeasuredFrames.frame;
import static dev.vigil.portal.MeasuredFrames.id;
import static dev.vigil.portal.MeasuredFrames.measured;
import static dev.vigil.portal.MeasuredFrames.withZeroPoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.ledger.Measured;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.Measurements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PredecessorsTest {
    private static final Measurements USUAL = measured(3, 0.05, 1000, 400);

    private static Map<FrameId, Hint> after(int usual, Measurements last) {
        return Predecessors.hints(series(usual, last));
    }

    private static List<Measured> series(int usual, Measurements last) {
        List<Measured> night = new ArrayList<>();
        for (int i = 0; i < usual; i++) {
            night.add(frame(i, "r", USUAL));
        }
        night.add(frame(usual, "r", last));
        return night;
    }

    @Test
    void framesThatAreAlikeHintAtNothing() {
        assertThat(after(6, measured(3.6, 0.1, 800, 550))).isEmpty();
    }

    @Test
    void widerRoundStarsHintAtTheFocus() {
        assertThat(after(4, measured(6, 0.06, 500, 400))).containsExactly(Map.entry(id(4), Hint.focus(2)));
    }

    @Test
    void drawnOutStarsHintAtTheTracking() {
        assertThat(after(4, measured(5, 0.3, 700, 400))).containsExactly(Map.entry(id(4), Hint.tracking(0.3, 0.05)));
    }

    @Test
    void missingSourcesUnderASkyThatIsNoDarkerHintAtCloud() {
        assertThat(after(4, measured(3.2, 0.05, 300, 480))).containsExactly(Map.entry(id(4), Hint.cloud(0.3)));
    }

    @Test
    void skyAndSourcesThatChangeTogetherHintAtAnotherFilter() {
        assertThat(after(4, measured(3, 0.05, 250, 100))).containsExactly(Map.entry(id(4), Hint.filter(0.25, 0.25)));
        assertThat(after(4, measured(3, 0.05, 2500, 1200))).containsExactly(Map.entry(id(4), Hint.filter(3, 2.5)));
    }

    private static Hint afterStars(double zeroPoint, double sky) {
        List<Measured> night = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            night.add(frame(i, "r", withZeroPoint(24 + 0.01 * i, 400)));
        }
        night.add(frame(4, "r", withZeroPoint(zeroPoint, sky)));
        return Predecessors.hints(night).get(id(4));
    }

    @Test
    void starsThatAreFainterThanTheyWereHintAtCloud() {
        assertThat(afterStars(23.0, 380).word()).isEqualTo("cloud");
        assertThat(afterStars(23.0, 380).words()).contains("39.3 %");
        assertThat(afterStars(23.6, 700).word()).isEqualTo("cloud");
        assertThat(afterStars(23.8, 300)).isNull();
    }

    @Test
    void starsAndSkyThatChangeAlikeHintAtAnotherFilter() {
        assertThat(afterStars(22.8, 140).word()).isEqualTo("filter");
        assertThat(afterStars(25.2, 1100).word()).isEqualTo("filter");
    }

    @Test
    void withFewerThanThreeBeforeItNothingIsSaidOfAFrame() {
        assertThat(after(2, measured(9, 0.5, 10, 4000))).isEmpty();
    }

    @Test
    void framesOfOtherFiltersAreNoPredecessors() {
        List<Measured> night = series(5, USUAL);
        night.add(frame(9, "g", measured(9, 0.5, 10, 4000)));
        assertThat(Predecessors.hints(night)).isEmpty();
    }

    @Test
    void whatStaysChangedIsUsualAfterAWhile() {
        List<Measured> night = series(5, measured(6, 0.05, 1000, 400));
        for (int i = 6; i < 12; i++) {
            night.add(frame(i, "r", measured(6, 0.05, 1000, 400)));
        }
        assertThat(Predecessors.hints(night)).containsOnlyKeys(id(5), id(6), id(7));
    }

    @Test
    void theOrderInWhichFramesAreToldDoesNotMatter() {
        List<Measured> night = series(6, measured(6, 0.05, 1000, 400));
        Map<FrameId, Hint> hints = Predecessors.hints(night);
        Collections.shuffle(night, new Random(1));
        assertThat(Predecessors.hints(night)).isEqualTo(hints);
    }

    @Test
    void aFrameOfWhichNothingWasMeasuredDisturbsNothing() {
        assertThat(after(4, Measurements.NONE)).isEmpty();
        List<Measured> night = series(4, Measurements.NONE);
        night.add(frame(8, "r", measured(6, 0.05, 1000, 400)));
        assertThat(Predecessors.hints(night)).containsOnlyKeys(id(8));
    }
}
