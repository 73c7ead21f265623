package dev.vigil.progress.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.FrameEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StandingPropertyTest {
    @Provide
    Arbitrary<FrameEvent> event() {
        return AnyNews.ofOneFrame();
    }

    @Provide
    Arbitrary<List<FrameEvent>> news() {
        return AnyNews.ofOneFrame().list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<Long> seed() {
        return Arbitraries.longs();
    }

    @Property
    void newsInAnyOrderSaysTheSame(@ForAll("news") List<FrameEvent> news, @ForAll("seed") long seed) {
        List<FrameEvent> shuffled = new ArrayList<>(news);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(told(shuffled)).isEqualTo(told(news));
    }

    @Property
    void newsThatComesTwiceChangesNothing(@ForAll("news") List<FrameEvent> news, @ForAll("seed") long seed) {
        List<FrameEvent> twice = new ArrayList<>(news);
        twice.addAll(news);
        Collections.shuffle(twice, new Random(seed));

        assertThat(told(twice)).isEqualTo(told(news));
    }

    @Property
    void aPartThatIsToldAgainLaterChangesNothing(@ForAll("news") List<FrameEvent> news, @ForAll("seed") long seed) {
        Standing all = told(news);
        List<FrameEvent> part = news.subList(0, 1 + new Random(seed).nextInt(news.size()));

        assertThat(all.merge(told(part))).isEqualTo(all);
        assertThat(told(part).merge(all)).isEqualTo(all);
    }

    @Property
    void mergingIsAssociative(
            @ForAll("event") FrameEvent one, @ForAll("event") FrameEvent two, @ForAll("event") FrameEvent three) {
        Standing a = Standing.of(one);
        Standing b = Standing.of(two);
        Standing c = Standing.of(three);

        assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
    }

    @Property
    void aRecordedFrameStaysRecordedWhateverElseIsSaidOfItsRevision(@ForAll("news") List<FrameEvent> news) {
        List<FrameEvent> ofFirst =
                news.stream().filter(event -> event.identity().revision() == 1).toList();
        List<FrameEvent> more = new ArrayList<>(ofFirst);
        more.add(Telescope.science("a.fits").recorded(5));
        boolean excluded = ofFirst.stream()
                .map(Standing::of)
                .flatMap(standing -> standing.judged().stream())
                .anyMatch(judged -> judged.verdict() == Judged.Verdict.EXCLUDED);

        Whereabouts where = told(more).account().whereabouts();

        assertThat(excluded ? Whereabouts.RECORDED : where).isEqualTo(Whereabouts.RECORDED);
    }

    private static Standing told(List<FrameEvent> news) {
        return news.stream().map(Standing::of).reduce(Standing::merge).orElseThrow();
    }
}
