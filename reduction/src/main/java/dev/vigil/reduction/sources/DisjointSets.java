package dev.vigil.reduction.sources;

import java.util.Arrays;

/** Numbers from 0 on that are found to belong together, two at a time. */
final class DisjointSets {
    private int[] parents = new int[1024];
    private int count;

    int add() {
        if (count == parents.length) {
            parents = Arrays.copyOf(parents, 2 * count);
        }
        parents[count] = count;
        return count++;
    }

    int size() {
        return count;
    }

    /** The number by which the set of this one is known. */
    int root(int number) {
        int root = number;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** From now on this root's set is part of another one. */
    void hang(int root, int below) {
        parents[root] = below;
    }

    /** The smaller number becomes that of both. */
    void unite(int one, int other) {
        int left = root(one);
        int right = root(other);
        parents[Math.max(left, right)] = Math.min(left, right);
    }
}
