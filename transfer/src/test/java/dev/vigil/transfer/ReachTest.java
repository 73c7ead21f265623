package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static final Place NEAR = place("http://near:9200/files/T1/n/a.fits");
    private static final Place FAR = place("http://far:9200/files/T1/n/a.fits");

    private final AtomicLong now = new AtomicLong();
    private final Reach reach = new Reach(now::get);

    private static Place place(String location) {
        return new Place(URI.create(location), new FileSource(3));
    }

    @Test
    void whatWasSilentIsAskedLastForAMinute() {
        assertThat(reach.ordered(List.of(NEAR, FAR))).containsExactly(NEAR, FAR);
        reach.wasSilent(URI.create("http://near:9200/files/T1/n/another.fits"));
        assertThat(reach.ordered(List.of(NEAR, FAR))).containsExactly(FAR, NEAR);
        now.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(reach.ordered(List.of(NEAR, FAR))).containsExactly(NEAR, FAR);
    }

    @Test
    void whereAllAreSilentTheBestComesFirst() {
        reach.wasSilent(NEAR.location());
        reach.wasSilent(FAR.location());
        assertThat(reach.ordered(List.of(NEAR, FAR))).containsExactly(NEAR, FAR);
    }
}
