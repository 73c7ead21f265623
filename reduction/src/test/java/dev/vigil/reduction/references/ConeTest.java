package dev.vigil.reduction.references;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.reduction.coordinates.SkyPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class ConeTest {
    private static Path shared;
    private static ReferenceFile catalogue;

    @BeforeContainer
    static void aCatalogue() throws IOException {
        shared = Files.createTempDirectory("references");
        catalogue = MadeSky.open(MadeSky.write(shared.resolve("made.stars"), MadeSky.SKY, 700));
    }

    @AfterContainer
    static void away() throws IOException {
        Files.delete(shared.resolve("made.stars"));
        Files.delete(shared);
    }

    @Property(tries = 100)
    void aConeHoldsWhatAPersonWouldFindByLookingAtEveryStar(
            @ForAll @DoubleRange(max = 359.9999999) @Scale(7) double ra,
            @ForAll @DoubleRange(min = -90, max = 90) double dec,
            @ForAll @DoubleRange(max = 5) double radius,
            @ForAll @DoubleRange(min = 1950, max = 2100) double year) {
        compare(new SkyPosition(ra, dec), radius, new Epoch(year));
    }

    @Property(tries = 30)
    void aConeAtAPoleOrAcrossTheBeginningOfRightAscensionIsLikeAnyOther(
            @ForAll @DoubleRange(min = -1, max = 1) double aside,
            @ForAll @DoubleRange(max = 2) double radius,
            @ForAll @DoubleRange(min = 1950, max = 2100) double year) {
        double ra = (aside + 360) % 360;
        for (double dec : new double[] {-90, -89.9, 0.5, 89.9, 90}) {
            compare(new SkyPosition(ra, dec), radius, new Epoch(year));
        }
    }

    private static void compare(SkyPosition centre, double radius, Epoch epoch) {
        List<ReferenceStar> found = catalogue.around(centre, radius, epoch, Integer.MAX_VALUE);
        List<SkyPosition> wanted = MadeSky.SKY.stream()
                .sorted(Comparator.comparingDouble(CatalogueStar::magnitude))
                .map(star -> SpaceMotion.at(star, MadeSky.GAIA, epoch))
                .toList();
        // A place is rounded when it is stored, so at the very edge both may be right.
        assertThat(found).hasSizeBetween(within(wanted, centre, radius - 1e-6), within(wanted, centre, radius + 1e-6));
        assertThat(found).isSortedAccordingTo(Comparator.comparingDouble(ReferenceStar::magnitude));
        found.stream()
                .limit(20)
                .forEach(star -> assertThat(nearest(wanted, star.position())).isLessThan(0.001));
        assertThat(catalogue.around(centre, radius, epoch, 5)).isEqualTo(found.subList(0, Math.min(5, found.size())));
    }

    private static double nearest(List<SkyPosition> places, SkyPosition to) {
        return places.stream().mapToDouble(to::arcsecondsFrom).min().orElseThrow();
    }

    private static int within(List<SkyPosition> places, SkyPosition centre, double radius) {
        return (int) places.stream()
                .filter(place -> place.arcsecondsFrom(centre) <= 3600 * radius)
                .count();
    }
}
