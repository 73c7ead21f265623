package dev.vigil.progress.standing;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** Picks the newest of facts. Facts that are equally new are told apart by their text, so that the order of arrival never matters. */
final class Newest {
    private Newest() {}

    static <T> T of(T one, T other, Comparator<T> newness) {
        return newness.thenComparing(Object::toString).compare(one, other) >= 0 ? one : other;
    }

    static <T> Optional<T> of(Optional<T> one, Optional<T> other, Comparator<T> newness) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return Optional.of(of(one.get(), other.get(), newness));
    }

    static <K extends Enum<K>, V> Map<K, V> union(Map<K, V> one, Map<K, V> other, BinaryOperator<V> merge) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        Map<K, V> union = new EnumMap<>(one);
        other.forEach((key, value) -> union.merge(key, value, merge));
        return union;
    }
}
