package dev.vigil.reduction.references;

import dev.vigil.reduction.coordinates.SkyPosition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Stars that nobody has seen, and files of them. */
final class MadeSky {
    static final Epoch GAIA = new Epoch(2016);
    static final String SOURCE = "0123456789abcdef".repeat(4);
    static final CatalogueFacts FACTS = new CatalogueFacts(
            "made", new ReferenceBand("G", "Vega", Optional.of("BP-RP")), GAIA, SOURCE, "made for a test");
    static final List<CatalogueStar> SKY = stars(6000);

    private MadeSky() {}

    /** With rows in several mappings, as in a file of more than two gigabytes. */
    static ReferenceFile open(Path file) throws IOException {
        return ReferenceFile.open(file, 1000 * StarRow.BYTES + 5);
    }

    static Path write(Path file, List<CatalogueStar> stars, int inMemory) throws IOException {
        try (ReferenceFileWriter writer = ReferenceFileWriter.create(file, inMemory)) {
            for (CatalogueStar star : stars) {
                writer.add(star);
            }
            writer.finish(FACTS);
        }
        return file;
    }

    /** All over the sky, many around its poles and where right ascension begins anew, some of them fast. */
    private static List<CatalogueStar> stars(int stars) {
        Random random = new Random(4);
        List<CatalogueStar> sky = new ArrayList<>();
        for (int i = 0; i < stars; i++) {
            double dec = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
            SkyPosition place = switch (i % 4) {
                case 0 -> new SkyPosition(360 * random.nextDouble(), 90 - 2 * random.nextDouble());
                case 1 -> new SkyPosition(360 * random.nextDouble(), 2 * random.nextDouble() - 90);
                case 2 -> new SkyPosition((359 + 2 * random.nextDouble()) % 360, random.nextDouble());
                default -> new SkyPosition(360 * random.nextDouble(), dec);
            };
            CatalogueStar star = new CatalogueStar(
                    place,
                    Double.NaN,
                    Double.NaN,
                    random.nextInt(3) == 0 ? Double.NaN : 500 * random.nextDouble(),
                    21 * random.nextDouble(),
                    0.5 * random.nextDouble(),
                    3 * random.nextDouble(),
                    50 * random.nextDouble(),
                    random.nextDouble());
            sky.add(i % 3 == 0 ? star : star.moving(4000 * random.nextGaussian(), 4000 * random.nextGaussian()));
        }
        return sky;
    }
}
