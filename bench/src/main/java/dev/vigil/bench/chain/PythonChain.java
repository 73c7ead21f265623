package dev.vigil.bench.chain;

import dev.vigil.bench.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chain that an astronomer would write today, as a script beside this bench: ccdproc, astroscrappy, sep, solve-field, astropy. */
final class PythonChain {
    private static final String PYTHON = "/usr/bin/python3";
    private static final String NEEDED = "import ccdproc, astroscrappy, sep, scipy, matplotlib";

    private final Path script;
    private final Path night;

    private PythonChain(Path script, Path night) {
        this.script = script;
        this.night = night;
    }

    /** Empty where one of its parts is not installed. */
    static Optional<PythonChain> installed(Path script, Path night) throws InterruptedException {
        try {
            Shell.printed(List.of(PYTHON, "-c", NEEDED));
            return Optional.of(new PythonChain(script, night));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** What each part of one exposure took it; its start and its imports are left out. */
    Map<Line, Lap> run(int exposure, Path folder) throws IOException, InterruptedException {
        String printed = Shell.printed(
                List.of(PYTHON, script.toString(), night.toString(), String.valueOf(exposure), folder.toString()));
        return laps(printed.lines().toList());
    }

    /** Among them may be remarks of the libraries. */
    static Map<Line, Lap> laps(List<String> printed) {
        Map<Line, Lap> laps = new EnumMap<>(Line.class);
        for (Line line : Line.values()) {
            printed.stream()
                    .filter(each -> each.startsWith(line.name() + " "))
                    .map(each -> each.split(" "))
                    .forEach(words ->
                            laps.put(line, new Lap(Double.parseDouble(words[1]), Double.parseDouble(words[2]))));
        }
        return laps;
    }
}
