package dev.vigil.reduction.cosmicrays;

/** The median of a handful of numbers. */
final class Medians {
    private Medians() {}

    /** Of the first {@code count} numbers, which are put into another order; not a number if there is none. */
    static float of(float[] numbers, int count) {
        if (count == 0) {
            return Float.NaN;
        }
        int middle = count / 2;
        float upper = select(numbers, count, middle);
        return count % 2 == 1 ? upper : (largest(numbers, middle) + upper) / 2;
    }

    private static float largest(float[] numbers, int count) {
        float largest = numbers[0];
        for (int i = 1; i < count; i++) {
            largest = numbers[i] > largest ? numbers[i] : largest;
        }
        return largest;
    }

    /** Hoare's selection: afterwards nothing before the wanted place is larger than it, nothing behind is smaller. */
    private static float select(float[] numbers, int count, int wanted) {
        int left = 0;
        int right = count - 1;
        while (left < right) {
            float pivot = numbers[wanted];
            int low = left;
            int high = right;
            while (low <= high) {
                while (numbers[low] < pivot) {
                    low++;
                }
                while (numbers[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    float swapped = numbers[low];
                    numbers[low++] = numbers[high];
                    numbers[high--] = swapped;
                }
            }
            left = high < wanted ? low : left;
            right = low > wanted ? high : right;
        }
        return numbers[wanted];
    }
}
