package dev.vigil.cli.nights;

import dev.vigil.audit.Difference;
import dev.vigil.cli.topics.LastWords;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.schemas.topics.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the auditor found, and what is still so: a frame may be said to wait, and its file be lost. */
final class Differences {
    private static final int SHOWN = 20;

    private final LastWords<Difference> words = new LastWords<>((key, value) -> Optional.of(difference(key, value)));

    private Differences() {}

    /** Reads what has been said until now, and passes by what is no difference. */
    static Differences read(KafkaSettings kafka) {
        Differences differences = new Differences();
        differences.words.untilNow(kafka, Topics.AUDIT_DIFFERENCES);
        return differences;
    }

    private static Difference difference(String key, byte[] value) {
        try {
            return Difference.read(new String(value, StandardCharsets.UTF_8));
        } catch (IOException wrong) {
            throw new IllegalArgumentException(
                    key + " on " + Topics.AUDIT_DIFFERENCES.name() + ": " + wrong.getMessage(), wrong);
        }
    }

    /** Prints those of these nights, the worst first. */
    void say(NightSelection nights, PrintWriter out, PrintWriter err) {
        words.sayPassedBy(err);
        List<Difference> found = words.all().stream()
                .filter(difference -> nights.isOfAll() || isOf(nights, difference))
                .sorted(Comparator.comparing(Difference::kind).thenComparing(Difference::name))
                .toList();
        if (!found.isEmpty()) {
            out.println();
            found.stream().limit(SHOWN).flatMap(Differences::lines).forEach(out::println);
        }
        if (found.size() > SHOWN) {
            out.println("and " + (found.size() - SHOWN) + " more differences; vigil verify lists them all");
        }
    }

    private static Stream<String> lines(Difference found) {
        return Stream.of(
                found.kind().word() + "  " + found,
                "    to do: " + found.repair().words());
    }

    private static boolean isOf(NightSelection nights, Difference difference) {
        String[] path = difference.name().split("/", 3);
        return path.length == 3 && nights.includes(path[0], path[1]);
    }
}
