package dev.vigil.reduction.sources;

import java.util.ArrayList;
import java.util.List;

/** Parts islands that hold several sources, at the dips between them. */
final class Deblending {
    private final Residual residual;
    private final SourceSettings settings;
    private final Sharpened sharpened;
    private int[] chart = new int[1 << 12];

    /** Sigma is that of a star. */
    Deblending(Residual residual, double sigma, SourceSettings settings) {
        this.residual = residual;
        this.sharpened = new Sharpened(residual, sigma / 2);
        this.settings = settings;
    }

    /** The sources of an island; one where it has no dip that counts. */
    List<Island> parts(Island island) {
        if (island.size() < 2 * settings.fewestPixels()) {
            return List.of(island);
        }
        Island sharp = sharpened.of(island);
        int[] neighbours = neighbours(island, Extent.of(island, residual.width()));
        return peaks(island, sharp, neighbours) < 2
                ? List.of(island)
                : parts(island, new Flood(island, sharp, neighbours, residual, settings).owners());
    }

    /** For each pixel the eight around it, by their numbers in the island; -1 where there is none. */
    private int[] neighbours(Island island, Extent extent) {
        int stride = extent.width() + 2;
        int cells = stride * (extent.height() + 2);
        chart = cells > chart.length ? new int[Math.max(cells, 2 * chart.length)] : chart;
        int[] cell = new int[island.size()];
        for (int i = 0; i < cell.length; i++) {
            int x = island.places()[i] % residual.width() - extent.left() + 1;
            int y = island.places()[i] / residual.width() - extent.bottom() + 1;
            cell[i] = y * stride + x;
            chart[cell[i]] = i + 1;
        }
        int[] neighbours = look(cell, stride);
        for (int each : cell) {
            chart[each] = 0;
        }
        return neighbours;
    }

    private int[] look(int[] cell, int stride) {
        int[] steps = {-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1};
        int[] neighbours = new int[8 * cell.length];
        for (int i = 0; i < cell.length; i++) {
            for (int k = 0; k < 8; k++) {
                neighbours[8 * i + k] = chart[cell[i] + steps[k]] - 1;
            }
        }
        return neighbours;
    }

    /** Only those count that may be sources: of a bright star's wings no more needs to be known. */
    private int peaks(Island island, Island sharp, int[] neighbours) {
        int peaks = 0;
        for (int i = 0; i < island.size(); i++) {
            boolean mayCount = island.heights()[i] >= settings.significance();
            peaks += mayCount && isPeak(sharp.heights(), neighbours, i) ? 1 : 0;
        }
        return peaks;
    }

    private static boolean isPeak(float[] heights, int[] neighbours, int pixel) {
        for (int k = 8 * pixel; k < 8 * pixel + 8; k++) {
            int other = neighbours[k];
            if (other >= 0
                    && (heights[other] > heights[pixel] || (heights[other] == heights[pixel] && other < pixel))) {
                return false;
            }
        }
        return true;
    }

    private static List<Island> parts(Island island, int[] owners) {
        int[] sizes = new int[owners.length];
        for (int owner : owners) {
            sizes[owner]++;
        }
        List<Island> parts = new ArrayList<>();
        int[] numbers = new int[owners.length];
        for (int owner = 0; owner < sizes.length; owner++) {
            if (sizes[owner] > 0) {
                numbers[owner] = parts.size();
                parts.add(new Island(new int[sizes[owner]], new float[sizes[owner]]));
            }
        }
        fill(parts, island, owners, numbers);
        return parts;
    }

    private static void fill(List<Island> parts, Island island, int[] owners, int[] numbers) {
        int[] filled = new int[parts.size()];
        for (int i = 0; i < owners.length; i++) {
            int number = numbers[owners[i]];
            parts.get(number).places()[filled[number]] = island.places()[i];
            parts.get(number).heights()[filled[number]++] = island.heights()[i];
        }
    }
}
