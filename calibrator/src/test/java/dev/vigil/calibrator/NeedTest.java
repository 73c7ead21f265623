package dev.vigil.calibrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.Amplifier;
import dev.vigil.schemas.events.Detector;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeedTest {
    private static final long MEGABYTE = 1 << 20;
    private static final Amplifier WHOLE =
            new Amplifier("[1:10,1:10]", Optional.empty(), Optional.of(1.5), Optional.of(5.0), Optional.empty());

    private static List<Detector> detectors(int many, int width, int height) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(i -> new Detector(i, "ccd" + i, width, height, List.of(WHOLE)))
                .toList();
    }

    @Test
    void ofADetectorThatWaitsForTheOthersOnlyWhatWasFoundIsInMemory() {
        long two = Need.ofReduction(detectors(Hands.mostHands(), 2048, 4096)).bytes();
        long more =
                Need.ofReduction(detectors(Hands.mostHands() + 10, 2048, 4096)).bytes();
        assertThat(more - two).isEqualTo(10 * 8 * MEGABYTE);
    }

    @Test
    void aDetectorAtWorkTakesTwentyBytesAPixel() {
        assertThat(Need.ofReduction(detectors(1, 9576, 6388)).bytes()).isEqualTo(64 * MEGABYTE + 20L * 9576 * 6388);
    }
}
