package dev.vigil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NightPlanTest {
    private static final NightPlan DEMO = NightPlan.of(LocalDate.of(2026, 11, 18));

    @Test
    void theDemoHasFortyTwoFrames() {
        assertThat(DEMO.frames()).isEqualTo(42);
        assertThat(Timetable.of(DEMO).stream()
                        .collect(Collectors.groupingBy(PlannedFrame::kind, Collectors.counting())))
                .containsEntry(FrameKind.BIAS, 10L)
                .containsEntry(FrameKind.DARK, 6L)
                .containsEntry(FrameKind.FLAT, 6L)
                .containsEntry(FrameKind.SCIENCE, 20L);
    }

    @Test
    void impossiblePlansAreRefused() {
        assertThatThrownBy(() -> DEMO.withSize(10)).hasMessageContaining("size 10");
        assertThatThrownBy(() -> DEMO.withUnit("../GEN01")).hasMessageContaining("no name for a unit");
        assertThatThrownBy(() -> DEMO.withFilter("r band")).hasMessageContaining("no name for a filter");
        assertThatThrownBy(() -> DEMO.withFrames(-1, 3, 3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DEMO.withFrames(0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DEMO.withFrames(9)).hasMessageContaining("too few");
    }

    @Property
    void anyNumberOfFramesHasEnoughCalibrations(@ForAll @IntRange(min = 10, max = 3000) int total) {
        NightPlan plan = DEMO.withFrames(total);
        assertThat(plan.frames()).isEqualTo(total);
        assertThat(List.of(plan.bias(), plan.dark(), plan.flat())).allMatch(count -> count >= 3);
        assertThat(plan.science()).isPositive();
    }

    @Property(tries = 100)
    void framesFollowEachOtherWithinOneNight(@ForAll @IntRange(min = 10, max = 3000) int total) {
        List<PlannedFrame> frames = Timetable.of(DEMO.withFrames(total));
        for (int i = 1; i < frames.size(); i++) {
            PlannedFrame before = frames.get(i - 1);
            Instant free = before.start().plusMillis(Math.round(before.exposure() * 1000));
            assertThat(frames.get(i).start()).isAfterOrEqualTo(free);
        }
        assertThat(frames.get(0).start()).isAfter(Instant.parse("2026-11-18T16:43:00Z"));
        assertThat(frames.get(frames.size() - 1).start()).isBefore(Instant.parse("2026-11-19T10:00:00Z"));
        assertThat(frames.stream().map(PlannedFrame::name).distinct()).hasSize(total);
    }
}
