package dev.vigil.producer.known;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KnownPathsTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T06:00:00.123456Z");
    private static final List<String> FOLDERS = List.of("T1", "T1/2026-03-01", "T1/a b", "T10/é", "T2/x/y");

    /** Packed, it is what a map would be. */
    @Property(tries = 60)
    void whatIsPutIsFoundAsItWasPut(@ForAll long seed) {
        Random random = new Random(seed);
        KnownPaths known = new KnownPaths();
        Map<String, Known> plain = new HashMap<>();
        for (int i = 0; i < 2000; i++) {
            Known one = any(random);
            known.put(one);
            plain.put(one.frame().path(), one);
        }
        plain.forEach((path, one) -> assertThat(known.of(path)).contains(one));
        assertThat(known.size()).isEqualTo(plain.size());
        assertThat(known.open("T1"))
                .containsExactlyInAnyOrderElementsOf(plain.values().stream()
                        .filter(one -> one.frame().unit().equals("T1"))
                        .filter(Known::isOpen)
                        .toList());
        plain.values().forEach(one -> assertThat(known.settles(one.sighting())).isEqualTo(one.settles(one.sighting())));
    }

    @Test
    void whatIsNotKnownIsNotFound() {
        KnownPaths known = new KnownPaths();
        known.put(any(new Random(1)));
        assertThat(known.of("T1/2026-03-01/none.fits")).isEmpty();
        assertThat(known.of("T9/none.fits")).isEmpty();
    }

    @Test
    void oldNewsTeachesNothing() {
        KnownPaths known = new KnownPaths();
        Known second = new Known(new FrameId("T1/a.fits"), 2, 20, BEGIN, new Known.IsArriving());
        known.learn(second);
        known.learn(new Known(new FrameId("T1/a.fits"), 1, 10, BEGIN, new Known.IsArriving()));
        assertThat(known.of("T1/a.fits")).contains(second);
        Known reused = new Known(new FrameId("T1/a.fits~2"), 1, 30, BEGIN, new Known.IsArriving());
        known.learn(reused);
        known.learn(second);
        assertThat(known.of("T1/a.fits")).contains(reused);
    }

    @Test
    void oneUnitIsNotTakenForAnotherWhoseNameItBegins() {
        KnownPaths known = new KnownPaths();
        known.put(new Known(new FrameId("T10/n/a.fits"), 1, 10, BEGIN, new Known.IsArriving()));
        assertThat(known.isAnyOf("T1")).isFalse();
        assertThat(known.isAnyOf("T10")).isTrue();
        assertThat(known.open("T1")).isEmpty();
    }

    private static Known any(Random random) {
        String path = FOLDERS.get(random.nextInt(FOLDERS.size())) + "/ü" + random.nextInt(300) + ".fits";
        FrameId first = FrameId.ofPath(path);
        return new Known(
                random.nextInt(5) == 0 ? first.reused() : first,
                1 + random.nextInt(3),
                random.nextLong() >>> 10,
                BEGIN.plus(Duration.ofSeconds(random.nextInt())),
                standing(random));
    }

    private static Known.Standing standing(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Known.IsArriving();
            case 1 -> new Known.IsStalled();
            case 2 ->
                new Known.IsRefused(
                        FailureCategory.values()[random.nextInt(FailureCategory.values().length)],
                        "reason ß " + random.nextInt());
            case 3 -> new Known.IsTaken(hex(random, 64), hex(random, 32), Optional.empty());
            default -> new Known.IsTaken(hex(random, 64), hex(random, 32), Optional.of(BEGIN));
        };
    }

    private static String hex(Random random, int digits) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }
}
