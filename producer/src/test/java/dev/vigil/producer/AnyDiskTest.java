package dev.vigil.producer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.producer.judging.Examination;
import dev.vigil.schemas.events.Arriving;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.Judgement;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.events.Stalled;
import dev.vigil.schemas.events.Taken;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever happens on a disk, and whenever the producer is killed, these hold. */
class AnyDiskTest {
    private static final List<String> PATHS = List.of("T1/n/a.fits", "T1/n/b.fits", "T1/m/c.fits");
    private static final int DEEDS = 40;

    @Property(tries = 40)
    void theLastWordOnARevisionIsSaidOnceAndNothingFollowsIt(@ForAll long seed) {
        Map<String, FrameAnnounced> lastOfRevision = new HashMap<>();
        for (FrameAnnounced event : after(seed).everything()) {
            String revision = event.identity().frame() + " " + event.identity().revision();
            FrameAnnounced before = lastOfRevision.put(revision, event);
            if (before != null) {
                assertThat(isOpen(before.judgement()))
                        .as("%s was open before %s", revision, event)
                        .isTrue();
                assertThat(event.judgement().getClass())
                        .isNotEqualTo(before.judgement().getClass());
            }
        }
    }

    @Property(tries = 40)
    void revisionsAreCountedWithoutGapsAndEachEndsBeforeTheNext(@ForAll long seed) {
        Map<String, FrameAnnounced> lastOfFrame = new HashMap<>();
        for (FrameAnnounced event : after(seed).everything()) {
            FrameAnnounced before = lastOfFrame.put(event.identity().frame().value(), event);
            int revision = event.identity().revision();
            if (before == null) {
                assertThat(revision).isEqualTo(1);
            } else if (revision != before.identity().revision()) {
                assertThat(revision).isEqualTo(before.identity().revision() + 1);
                assertThat(isOpen(before.judgement())).isFalse();
            }
        }
    }

    @Property(tries = 40)
    void inTheEndTheLastWordOnEveryPathIsTrue(@ForAll long seed) {
        Telescope telescope = after(seed);
        for (String path : PATHS) {
            Optional<FrameAnnounced> last = telescope.everything().stream()
                    .filter(event -> event.path().equals(path))
                    .reduce((earlier, later) -> later);
            Optional<Examination> content = telescope.contentOf(path);
            if (content.isPresent()) {
                assertThat(isTrueOf(last.orElseThrow().judgement(), content.get()))
                        .as("%s of %s", last.get().judgement(), content.get())
                        .isTrue();
            } else {
                assertThat(last.map(FrameAnnounced::judgement).filter(AnyDiskTest::isOpen))
                        .isEmpty();
            }
        }
    }

    private static boolean isTrueOf(Judgement judgement, Examination content) {
        if (content instanceof Examination.Whole whole) {
            return judgement instanceof Taken taken && taken.file().source().equals(whole.source());
        }
        return content instanceof Examination.Lacking ? judgement instanceof Stalled : judgement instanceof Refused;
    }

    private static boolean isOpen(Judgement judgement) {
        return judgement instanceof Arriving || judgement instanceof Stalled;
    }

    private static Telescope after(long seed) {
        Random random = new Random(seed);
        Telescope telescope = new Telescope();
        for (int version = 1; version <= DEEDS; version++) {
            telescope = somethingHappens(telescope, random, version);
            telescope.waits(
                    Duration.ofMillis(random.nextInt(4) == 0 ? random.nextInt(900_000) : random.nextInt(4_000)));
        }
        telescope.waits(Duration.ofMinutes(30));
        return telescope;
    }

    private static Telescope somethingHappens(Telescope telescope, Random random, int version) {
        String path = PATHS.get(random.nextInt(PATHS.size()));
        switch (random.nextInt(11)) {
            case 0 -> telescope.hasProven(path, version);
            case 1 -> telescope.hasUnproven(path, version);
            case 2 -> telescope.hasEditedHeader(path, version);
            case 3 -> telescope.hasAnotherExposure(path, version);
            case 4, 5 -> telescope.lacks(path, version);
            case 6 -> telescope.hasText(path, version);
            case 7 -> telescope.loses(path);
            case 8 -> telescope.isTouched(path);
            case 9 -> {
                return telescope.restartedWithout(path);
            }
            default -> {
                return telescope.restarted();
            }
        }
        return telescope;
    }
}
