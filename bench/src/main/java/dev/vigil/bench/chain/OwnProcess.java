package dev.vigil.bench.chain;

import dev.vigil.bench.Contestant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A main class in a JVM of its own, from its start to its end. */
record OwnProcess(Class<?> main, String heap) {

    Lap run(Path... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        List.of(arguments).forEach(each -> command.add(each.toString()));
        Contestant process = Contestant.program(command.toArray(new String[0]))
                .orElseThrow(() -> new IOException("bash is needed to take the time of " + main.getSimpleName()));
        long began = System.nanoTime();
        double cpu = process.cpuSeconds();
        return new Lap(cpu, (System.nanoTime() - began) / 1e9);
    }
}
