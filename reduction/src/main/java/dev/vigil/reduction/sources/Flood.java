package dev.vigil.reduction.sources;

import java.util.Arrays;

/**
 * Lets the water fall over an island. What comes up first is a peak; where two stretches of dry land meet, the lower one
 * stays a source of its own if its peak stands out of the sky as every source does, and of the dip by more than the noise, else it becomes part of
 * what it meets. This is the tree of thresholds of Bertin and Arnouts (1996) with as many
 * thresholds as there are pixels.
 */
final class Flood {
    private final Island found;
    private final Island island;
    private final int[] neighbours;
    private final Residual residual;
    private final SourceSettings settings;

    /** Land that is dry and connected. */
    private final DisjointSets lands = new DisjointSets();

    /** Peaks, and those that were found to be no source of their own below others. */
    private final DisjointSets sources = new DisjointSets();

    private final int[] landOf;
    private final int[] sourceOf;

    /** By the number of a land: its highest pixel, and how many sources it has. */
    private final int[] summits;

    private final int[] counts;

    /** The same pixels twice: as they were found, and sharpened. */
    Flood(Island found, Island sharp, int[] neighbours, Residual residual, SourceSettings settings) {
        this.found = found;
        this.island = sharp;
        this.neighbours = neighbours;
        this.residual = residual;
        this.settings = settings;
        int size = found.size();
        this.landOf = new int[size];
        this.sourceOf = new int[size];
        this.summits = new int[size];
        this.counts = new int[size];
    }

    /** For each pixel the number of the source that it belongs to. */
    int[] owners() {
        Arrays.fill(landOf, -1);
        for (long key : fromTheTop()) {
            uncover((int) key);
        }
        int[] owners = new int[island.size()];
        for (int i = 0; i < owners.length; i++) {
            owners[i] = sources.root(sourceOf[i]);
        }
        return owners;
    }

    /** Equal ones come in the order of the image. */
    private long[] fromTheTop() {
        long[] keys = new long[island.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) ~inOrder(island.heights()[i]) << 32 | i;
        }
        Arrays.sort(keys);
        return keys;
    }

    /** Whole numbers in the order of their values: the bits, turned round for negative ones. */
    private static int inOrder(float value) {
        int bits = Float.floatToIntBits(value);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    private void uncover(int pixel) {
        int highest = highestDry(pixel, -1);
        if (highest < 0) {
            rise(pixel);
            return;
        }
        int land = highestLand(pixel);
        for (int k = 8 * pixel; k < 8 * pixel + 8; k++) {
            int other = neighbours[k];
            if (other >= 0 && landOf[other] >= 0 && lands.root(landOf[other]) != land) {
                meet(lands.root(landOf[other]), land, pixel);
            }
        }
        landOf[pixel] = land;
        sourceOf[pixel] = sourceOf[highest];
    }

    private void rise(int pixel) {
        int land = lands.add();
        landOf[pixel] = land;
        sourceOf[pixel] = sources.add();
        summits[land] = pixel;
        counts[land] = 1;
    }

    /** The highest dry pixel around this one, of one land or (-1) of any; -1 where there is none. */
    private int highestDry(int pixel, int land) {
        int highest = -1;
        for (int k = 8 * pixel; k < 8 * pixel + 8; k++) {
            int other = neighbours[k];
            if (other >= 0 && landOf[other] >= 0 && (land < 0 || lands.root(landOf[other]) == land)) {
                highest = highest < 0 || island.heights()[other] > island.heights()[highest] ? other : highest;
            }
        }
        return highest;
    }

    private int highestLand(int pixel) {
        int best = -1;
        for (int k = 8 * pixel; k < 8 * pixel + 8; k++) {
            int other = neighbours[k];
            if (other >= 0 && landOf[other] >= 0) {
                int land = lands.root(landOf[other]);
                best = best < 0 || summit(land) > summit(best) ? land : best;
            }
        }
        return best;
    }

    private float summit(int land) {
        return island.heights()[summits[land]];
    }

    private void meet(int lower, int higher, int dip) {
        if (counts[lower] > 1 || standsOut(lower, island.heights()[dip])) {
            counts[higher] += counts[lower];
        } else {
            int source = sources.root(sourceOf[summits[lower]]);
            sources.hang(source, sources.root(sourceOf[highestDry(dip, higher)]));
        }
        lands.hang(lower, higher);
    }

    private boolean standsOut(int land, float dip) {
        double noise = residual.noisiness(island.places()[summits[land]]);
        double least = Math.max(settings.depth() * noise, settings.contrast() * summit(land));
        return found.heights()[summits[land]] >= settings.significance() && summit(land) - dip >= least;
    }
}
