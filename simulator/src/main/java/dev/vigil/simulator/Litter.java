package dev.vigil.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What else lies about in the folders of a night; some of it calls itself FITS. */
final class Litter {
    private static final List<String> ENDINGS = List.of("fits", "txt", "jpg", "log");

    private Litter() {}

    static List<String> names(NightPlan plan) {
        return IntStream.range(0, plan.flaws().getOrDefault(Flaw.JUNK, 0))
                .mapToObj(i -> String.format(Locale.ROOT, "leftover_%03d.%s", i + 1, ENDINGS.get(i % ENDINGS.size())))
                .toList();
    }

    static void write(NightPlan plan, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : names(plan)) {
            String text = name + ": whatever this is, it is no frame of " + plan.night() + "\n";
            Files.write(folder.resolve(name), text.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
