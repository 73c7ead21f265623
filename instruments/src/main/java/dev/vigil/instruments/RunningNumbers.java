package dev.vigil.instruments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The running numbers of files, by night and series, to tell those that none of them has. */
final class RunningNumbers {
    /** Of each series its numbers, and whether some file surely has it there. */
    private final Map<String, TreeMap<Long, Boolean>> series = new TreeMap<>();

    void add(String unit, LocalDate night, List<Numbering.Number> numbers) {
        numbers.forEach(
                number -> series.computeIfAbsent(unit + "/" + night + "/" + number.series(), any -> new TreeMap<>())
                        .merge(number.value(), !number.doubtful(), Boolean::logicalOr));
    }

    List<Trial.Gap> gaps() {
        List<Trial.Gap> gaps = new ArrayList<>();
        series.forEach((name, numbers) -> {
            List<Long> sure = numbers.keySet().stream().filter(numbers::get).toList();
            if (!sure.isEmpty()) {
                between(
                        name,
                        numbers.subMap(sure.get(0), true, sure.get(sure.size() - 1), true)
                                .keySet(),
                        gaps);
            }
        });
        return gaps;
    }

    private static void between(String name, Iterable<Long> numbers, List<Trial.Gap> gaps) {
        long next = Long.MAX_VALUE;
        for (long number : numbers) {
            if (number > next) {
                gaps.add(new Trial.Gap(name, next, number - 1));
            }
            next = number + 1;
        }
    }
}
