package dev.vigil.progress.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.FrameEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NightProgressTest {
    @Provide
    Arbitrary<List<FrameEvent>> news() {
        return AnyNews.ofFrames().list().ofMinSize(1).ofMaxSize(40);
    }

    @Property(tries = 300)
    void atEveryInstantEveryFrameIsCountedOnce(@ForAll("news") List<FrameEvent> news) {
        Map<String, Standing> standings = new HashMap<>();
        NightProgress progress = NightProgress.NONE;
        for (FrameEvent event : news) {
            progress = follow(standings, progress, event);
            assertThat(counts(progress)).isEqualTo(counts(anew(standings)));
            assertThat(progress.all().seen()).isEqualTo(standings.size());
            assertThat(Stream.of(Whereabouts.values())
                            .mapToInt(progress.all()::at)
                            .sum())
                    .isEqualTo(standings.size());
        }
    }

    @Property(tries = 300)
    void aFrameThatIsTakenBackLeavesTheCountsAsTheyWere(
            @ForAll("news") List<FrameEvent> news, @ForAll("news") List<FrameEvent> more) {
        NightProgress before = sum(news);
        NightProgress after = before.plus(Standing.of(more.get(0))).minus(Standing.of(more.get(0)));

        assertThat(counts(after)).isEqualTo(counts(before));
    }

    @Property(tries = 100)
    void aNightWithoutItsFramesIsNone(@ForAll("news") List<FrameEvent> news) {
        NightProgress progress = sum(news);
        for (FrameEvent event : news) {
            progress = progress.minus(Standing.of(event));
        }

        assertThat(progress).isEqualTo(NightProgress.NONE);
    }

    @Property(tries = 300)
    void whoeverHasPassedAMilestoneHasPassedThoseBefore(@ForAll("news") List<FrameEvent> news) {
        NightProgress progress = sum(news);

        assertThat(progress.reached(Milestone.SEEN)).isEqualTo(progress.all().seen());
        assertThat(progress.reached(Milestone.ANNOUNCED)).isLessThanOrEqualTo(progress.reached(Milestone.SEEN));
        assertThat(progress.reached(Milestone.TRANSFERRED)).isLessThanOrEqualTo(progress.reached(Milestone.ANNOUNCED));
        assertThat(progress.reached(Milestone.REDUCED)).isLessThanOrEqualTo(progress.reached(Milestone.TRANSFERRED));
    }

    private static NightProgress follow(Map<String, Standing> standings, NightProgress progress, FrameEvent event) {
        Standing news = Standing.of(event);
        Standing before = standings.get(news.frame().value());
        Standing after = before == null ? news : before.merge(news);
        standings.put(news.frame().value(), after);
        NightProgress added = progress.plus(after);
        return before == null ? added : added.minus(before);
    }

    private static NightProgress anew(Map<String, Standing> standings) {
        return standings.values().stream().reduce(NightProgress.NONE, NightProgress::plus, (one, other) -> other);
    }

    private static NightProgress sum(List<FrameEvent> news) {
        return news.stream().map(Standing::of).reduce(NightProgress.NONE, NightProgress::plus, (one, other) -> other);
    }

    private static List<Object> counts(NightProgress progress) {
        return List.of(progress.byType(), progress.reached(), progress.latencies());
    }
}
