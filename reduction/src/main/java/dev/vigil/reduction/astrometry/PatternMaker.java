package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.Offset;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.Healpix;
import dev.vigil.reduction.references.ReferenceStar;
import dev.vigil.reduction.references.References;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Makes the patterns of a catalogue: in cells of several sizes, so that there are some for small fields and for large ones, a
 * few in each, of its brightest stars. A pattern belongs to the cell where the middle of its base lies.
 */
final class PatternMaker {
    private static final int COARSEST = 4;
    private static final int FINEST = 11;
    private static final double MOST_CELLS = 1_000_000;

    /** The shortest base in a cell by the cell's side; the longest is twice as long. */
    private static final double BASE = 0.75;

    private static final int FEWEST_STARS = 4;
    private static final int BRIGHTEST = 14;

    /** So many are asked for at once, so that there need be no asking for each of the smallest cells. */
    private static final int MOST_STARS = 500;

    private static final int PATTERNS_PER_CELL = 6;

    /** So many of the brightest stars that can stand on a base are tried on it. */
    private static final int ON_A_BASE = 3;

    /** A plane makes a cell a little larger than it is. */
    private static final double BEYOND = 1.01;

    private static final double SIDE_OF_ORDER_0 = 58.6;

    private final References references;
    private final Epoch epoch;
    private final int finest;
    private final long[] patches;

    PatternMaker(References references, Epoch epoch) {
        this.references = references;
        this.epoch = epoch;
        this.patches = LongStream.range(0, Healpix.cells(COARSEST))
                .filter(cell -> !around(cell, COARSEST, 1).isEmpty())
                .toArray();
        int order = COARSEST;
        while (order < FINEST && patches.length * Math.pow(4, order + 1 - COARSEST) <= MOST_CELLS) {
            order++;
        }
        this.finest = order;
    }

    /** How many steps there are to be told. */
    long steps() {
        return patches.length;
    }

    /** Makes them all; the same catalogue gives the same bytes. */
    ByteBuffer make(String source, LongConsumer done) {
        AtomicLong steps = new AtomicLong();
        List<Rows> made = IntStream.range(0, patches.length)
                .parallel()
                .mapToObj(i -> {
                    Rows rows = new Rows();
                    visit(patches[i], COARSEST, around(patches[i], COARSEST, MOST_STARS), rows);
                    done.accept(steps.incrementAndGet());
                    return rows;
                })
                .toList();
        return sorted(made, source);
    }

    /** Where a cell and what surrounds it have too few stars, those within have too. */
    private void visit(long cell, int order, List<ReferenceStar> stars, Rows rows) {
        if (stars.size() < FEWEST_STARS) {
            return;
        }
        new CellPatterns(cell, order, stars.subList(0, Math.min(BRIGHTEST, stars.size()))).addTo(rows);
        for (long child = 4 * cell; order < finest && child < 4 * cell + 4; child++) {
            visit(child, order + 1, within(child, order + 1, stars), rows);
        }
    }

    /** Out of those around the cell that it is in, if these are all that there are. */
    private List<ReferenceStar> within(long cell, int order, List<ReferenceStar> stars) {
        if (stars.size() >= MOST_STARS) {
            return around(cell, order, MOST_STARS);
        }
        SkyPosition middle = Healpix.middle(cell, order);
        return stars.stream()
                .filter(star -> star.position().arcsecondsFrom(middle) <= 3600 * radius(order))
                .toList();
    }

    private List<ReferenceStar> around(long cell, int order, int atMost) {
        return references.around(Healpix.middle(cell, order), radius(order), epoch, atMost);
    }

    /** In degrees, of what holds all patterns of a cell. */
    private static double radius(int order) {
        return Math.toDegrees(Healpix.radius(order)) + shortest(order);
    }

    /** In degrees. */
    private static double shortest(int order) {
        return BASE * SIDE_OF_ORDER_0 / (1 << order);
    }

    private static ByteBuffer sorted(List<Rows> made, String source) {
        int rows = made.stream().mapToInt(each -> each.many).sum();
        ByteBuffer bytes = SkyPatterns.empty(rows, source);
        int[] next = starts(made);
        for (int box = 0; box <= SkyPatterns.BOXES; box++) {
            bytes.putInt(SkyPatterns.boxAt(box), next[box]);
        }
        for (Rows each : made) {
            for (int row = 0; row < each.many; row++) {
                int at = row * SkyPatterns.ROW;
                int place = next[SkyPatterns.box(each.bytes, at)]++;
                bytes.put(SkyPatterns.rowAt(place), each.bytes, at, SkyPatterns.ROW);
            }
        }
        return bytes;
    }

    private static int[] starts(List<Rows> made) {
        int[] starts = new int[SkyPatterns.BOXES + 1];
        for (Rows each : made) {
            for (int row = 0; row < each.many; row++) {
                starts[SkyPatterns.box(each.bytes, row * SkyPatterns.ROW) + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return starts;
    }

    /** Rows one after the other, as many as there will be. */
    private static final class Rows {
        private ByteBuffer bytes = ByteBuffer.allocate(64 * SkyPatterns.ROW).order(ByteOrder.LITTLE_ENDIAN);
        private int many;

        void add(FourStars shape, SkyPosition from, SkyPosition to, double arcseconds) {
            if ((many + 1) * SkyPatterns.ROW > bytes.capacity()) {
                bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), 2 * bytes.capacity()))
                        .order(ByteOrder.LITTLE_ENDIAN);
            }
            SkyPatterns.write(shape, from, to, arcseconds, bytes, many * SkyPatterns.ROW);
            many++;
        }
    }

    /** The patterns of one cell. */
    private static final class CellPatterns {
        private final long cell;
        private final int order;
        private final double shortest;
        private final double reach;
        private final List<ReferenceStar> stars;
        private final Points places;
        private final SkyPosition middle;

        CellPatterns(long cell, int order, List<ReferenceStar> stars) {
            this.cell = cell;
            this.order = order;
            this.shortest = shortest(order);
            this.reach = BEYOND * Math.toDegrees(Healpix.radius(order));
            this.stars = stars;
            this.middle = Healpix.middle(cell, order);
            this.places = StarPlane.of(stars, middle).places();
        }

        /** Four stars by their numbers, the brighter first, so that the faintest of them says how bright they are. */
        private record Four(int a, int b, int c, int d, int faintest) {}

        void addTo(Rows rows) {
            List<Four> all = new ArrayList<>();
            for (int b = 1; b < stars.size() && !hasEnough(all, b); b++) {
                for (int a = 0; a < b; a++) {
                    if (isBase(a, b)) {
                        addOn(a, b, all);
                    }
                }
            }
            all.stream()
                    .sorted(Comparator.comparingInt(Four::faintest))
                    .limit(PATTERNS_PER_CELL)
                    .forEach(four -> FourStars.of(places, four.a, four.b, four.c, four.d)
                            .ifPresent(shape -> rows.add(
                                    shape,
                                    stars.get(shape.from()).position(),
                                    stars.get(shape.to()).position(),
                                    3600 * shape.base())));
        }

        /** Of stars brighter than the next, with which only fainter patterns can be made. */
        private static boolean hasEnough(List<Four> all, int next) {
            return all.stream().filter(four -> four.faintest < next).count() >= PATTERNS_PER_CELL;
        }

        private boolean isBase(int a, int b) {
            double length = distance(a, b);
            Offset between = new Offset((places.x()[a] + places.x()[b]) / 2, (places.y()[a] + places.y()[b]) / 2);
            return length >= shortest
                    && length < 2 * shortest
                    && between.length() <= reach
                    && Healpix.cellOf(middle.skyAt(between), order) == cell;
        }

        private void addOn(int a, int b, List<Four> all) {
            double length = distance(a, b);
            int[] others = IntStream.range(0, stars.size())
                    .filter(each -> each != a && each != b)
                    .filter(each -> distance(a, each) < length && distance(b, each) < length)
                    .limit(ON_A_BASE)
                    .toArray();
            for (int d = 1; d < others.length; d++) {
                for (int c = 0; c < d; c++) {
                    if (distance(others[c], others[d]) < length) {
                        all.add(new Four(a, b, others[c], others[d], Math.max(b, others[d])));
                    }
                }
            }
        }

        private double distance(int one, int other) {
            return Math.hypot(places.x()[one] - places.x()[other], places.y()[one] - places.y()[other]);
        }
    }
}
