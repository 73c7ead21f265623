package dev.vigil.reduction.references;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.coordinates.SkyPosition;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsNotKnownIsNotMadeUp() throws IOException {
        SkyPosition place = new SkyPosition(12, -30);
        Path file = MadeSky.write(folder.resolve("one.stars"), List.of(CatalogueStar.of(place, 11.25)), 10);
        ReferenceStar star =
                ReferenceFile.open(file).around(place, 1, new Epoch(2026), 10).get(0);
        assertThat(star.magnitude()).isEqualTo(11.25);
        assertThat(star.moving()).isFalse();
        assertThat(List.of(star.colour(), star.magnitudeError(), star.positionError()))
                .containsOnly(OptionalDouble.empty());
    }

    @Test
    void aFileSaysWhatItHolds() throws IOException {
        ReferenceFile catalogue = MadeSky.open(MadeSky.write(folder.resolve("made.stars"), MadeSky.SKY, 700));
        assertThat(catalogue.facts()).isEqualTo(MadeSky.FACTS);
        assertThat(catalogue.stars()).isEqualTo(MadeSky.SKY.size());
        assertThat(catalogue.movingStars()).isEqualTo(4000);
        assertThat(catalogue.faintest()).isBetween(20.9, 21.0);
        assertThat(catalogue.around(new SkyPosition(0, 90), 2, MadeSky.GAIA, 10_000, 10))
                .hasSizeBetween(500, 900)
                .allMatch(star -> star.magnitude() <= 10);
    }

    @Test
    void anErrorGrowsWithTheYears() throws IOException {
        SkyPosition place = new SkyPosition(12, -30);
        CatalogueStar star = new CatalogueStar(place, 1, 1, 1, 10, 0.01, 1, 3, 0.4);
        ReferenceFile file = ReferenceFile.open(MadeSky.write(folder.resolve("one.stars"), List.of(star), 10));
        assertThat(file.around(place, 1, MadeSky.GAIA, 1).get(0).positionError().orElseThrow())
                .isEqualTo(0.003, within(1e-9));
        assertThat(file.around(place, 1, new Epoch(2026), 1)
                        .get(0)
                        .positionError()
                        .orElseThrow())
                .isEqualTo(0.005, within(1e-9));
    }

    @Test
    void theSameStarsInAnyOrderGiveTheSameBytesAndEachIsKeptOnce() throws IOException {
        List<CatalogueStar> mixed = new ArrayList<>(MadeSky.SKY);
        mixed.addAll(MadeSky.SKY.subList(0, 100));
        Collections.shuffle(mixed, new Random(7));
        Path one = MadeSky.write(folder.resolve("one.stars"), MadeSky.SKY, 100_000);
        Path other = MadeSky.write(folder.resolve("other.stars"), mixed, 50);
        assertThat(other).hasSameBinaryContentAs(one);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aFileIsNeverOverwrittenAndAnUnfinishedOneLeavesNothing() throws IOException {
        Path file = MadeSky.write(folder.resolve("one.stars"), MadeSky.SKY, 100);
        assertThatThrownBy(() -> ReferenceFileWriter.create(file)).hasMessageContainingAll("one.stars", "exists");
        try (ReferenceFileWriter writer = ReferenceFileWriter.create(folder.resolve("other.stars"), 2)) {
            for (CatalogueStar star : MadeSky.SKY.subList(0, 9)) {
                writer.add(star);
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void theSlowerOfTwoWritersLeavesTheOthersFile() throws IOException {
        Path file = folder.resolve("one.stars");
        try (ReferenceFileWriter slow = ReferenceFileWriter.create(file, 100)) {
            slow.add(MadeSky.SKY.get(0));
            MadeSky.write(file, MadeSky.SKY, 100);
            assertThatThrownBy(() -> slow.finish(MadeSky.FACTS)).hasMessageContaining("exists");
        }
        assertThat(ReferenceFile.open(file).stars()).isEqualTo(MadeSky.SKY.size());
    }

    @Test
    void aFileThatIsCutShortForeignOrDamagedIsRefusedByName() throws IOException {
        Path file = MadeSky.write(folder.resolve("one.stars"), MadeSky.SKY, 10_000);
        byte[] whole = Files.readAllBytes(file);
        assertRefused(Arrays.copyOf(whole, whole.length - 1), "cut short");
        assertRefused(Arrays.copyOf(whole, 100), "no catalogue");
        assertRefused(new byte[0], "no catalogue");
        assertRefused("SIMPLE  =                    T".repeat(1000).getBytes(), "no catalogue");
        assertRefused(changed(whole, 8), "version");
        assertRefused(changed(whole, 40), "header is damaged");
        assertRefused(changed(whole, FileHeader.BYTES + 9), "index");
        assertThatThrownBy(() -> ReferenceFile.open(folder.resolve("none.stars")))
                .hasMessageContainingAll("none.stars", "no such file");
    }

    @Test
    void aChangedBitAmongTheStarsIsFoundWhenItIsLookedFor() throws IOException {
        Path file = MadeSky.write(folder.resolve("one.stars"), MadeSky.SKY, 10_000);
        ReferenceFile.open(file).requireSound();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() - 3);
            bytes.write(bytes.read() + 1);
        }
        ReferenceFile changed = MadeSky.open(file);
        assertThatThrownBy(changed::requireSound).hasMessageContainingAll("one.stars", "damaged");
    }

    private void assertRefused(byte[] bytes, String why) throws IOException {
        Path file = Files.write(folder.resolve("bad.stars"), bytes);
        assertThatThrownBy(() -> ReferenceFile.open(file))
                .isInstanceOf(BadReferencesException.class)
                .hasMessageContainingAll("bad.stars", why);
    }

    private static byte[] changed(byte[] whole, int at) {
        byte[] changed = whole.clone();
        changed[at] ^= 4;
        return changed;
    }
}
