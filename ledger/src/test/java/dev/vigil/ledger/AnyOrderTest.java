package dev.vigil.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.Stage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class AnyOrderTest {
    private static final Tell STAR = Tell.science("star.fits");
    private static final Tell BIAS = Tell.bias("bias1.fits");
    private static final Tell FOCUS = Tell.bias("focus.fits");
    private static final Tell BROKEN = Tell.science("broken.fits");
    private static final Tell HALF = Tell.science("half.fits");

    /** What a night with every kind of event says, in order. */
    private static final List<Object> NIGHT = List.of(
            Tell.alive(0),
            BIAS.arriving(1),
            BIAS.taken(2),
            BIAS.failed(3, Stage.TRANSFER, 1, 3),
            BIAS.transferred(4, 2),
            BIAS.transferred(5, 2),
            Tell.masterWaiting(6, 1, false),
            Tell.masterFailed(7, 1, 1),
            Tell.masterWaiting(8, 1, true),
            Tell.built(9, 1),
            Tell.built(10, 1),
            FOCUS.excluded(11, "focus"),
            FOCUS.transferred(12, 1),
            STAR.arriving(13),
            STAR.taken(14),
            STAR.transferred(15, 1),
            STAR.looked(16),
            STAR.waiting(17, 1, false),
            STAR.waiting(18, 1, true),
            STAR.waiting(19, 2, false),
            STAR.reduced(20, "first"),
            STAR.reduced(21, "second"),
            STAR.reduced(22, "first"),
            STAR.promote(23, "first"),
            STAR.promote(24, "none such"),
            Tell.answered(25, "promote-23"),
            STAR.revised(2).taken(26),
            STAR.revised(2).transferred(27, 1),
            STAR.revised(2).reduced(28, "third"),
            BROKEN.refused(29, "it is a text"),
            HALF.arriving(30),
            HALF.stalled(31),
            Tell.masterFailed(32, 2, 2),
            Tell.buildAgain(33, 1),
            Tell.alive(34));

    private static Ledger ledger;
    private static Map<String, List<String>> wanted;

    @BeforeContainer
    static void writeInOrder() {
        ledger = Ledger.open(TestDatabase.empty());
        NIGHT.forEach(event -> ledger.writer(Clock.systemUTC()).write(List.of(event), List.of()));
        wanted = TestDatabase.rows(ledger);
    }

    @AfterContainer
    static void close() {
        ledger.close();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void newsThatComesTwiceOrLateOrInAnyOrderGivesTheSameRows(@ForAll Random random) {
        TestDatabase.clear(ledger);
        List<Object> news = new ArrayList<>(NIGHT);
        news.addAll(NIGHT);
        Collections.shuffle(news, random);
        Writer writer = ledger.writer(Clock.systemUTC());
        for (int from = 0; from < news.size(); ) {
            int to = Math.min(news.size(), from + 1 + random.nextInt(20));
            writer.write(news.subList(from, to), List.of());
            from = to;
        }
        assertThat(TestDatabase.rows(ledger)).isEqualTo(wanted);
    }
}
