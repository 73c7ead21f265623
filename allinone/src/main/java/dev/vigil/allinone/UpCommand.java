package dev.vigil.allinone;

import dev.vigil.common.run.CompilerAdvice;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigil up}: the all-in-one as a small real deployment. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Run everything in one process, for real.",
            "Put files into DIR/incoming/<unit>/<night>/. Ends with Ctrl-C."
        })
final class UpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "The folder for everything (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "A settings file (default: vigil.yaml here, if there is one).")
    private Path settings;

    @Option(names = "--verbose", description = "Print each service and the port of its health and metrics, too.")
    private boolean verbose;

    @Override
    public Integer call() throws Exception {
        CompilerAdvice.give();
        PrintWriter out = spec.commandLine().getOut();
        try (StopSignal stop = StopSignal.ofThisProcess();
                AllInOne allInOne = AllInOne.start(new AllInOneSettings(data, given(), false), stop)) {
            say(allInOne, out);
            out.flush();
            stop.await();
            out.println("stopping: work in hand is finished first");
            out.flush();
        }
        return 0;
    }

    private void say(AllInOne allInOne, PrintWriter out) {
        allInOne.remarks().forEach(out::println);
        out.println("up: put files into " + allInOne.incoming().resolve("<unit>/<night>/"));
        out.println("    pages  " + allInOne.portal());
        out.println("    kafka  " + allInOne.broker());
        if (verbose) {
            allInOne.services().forEach(service -> out.println("    " + service));
        } else {
            out.println("    vigil up --verbose tells the ports of health and metrics, too");
        }
        out.println("    vigil status, vigil tail TOPIC and the rest " + allInOne.found() + "; Ctrl-C ends it");
    }

    private Config given() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (settings != null) {
            environment.put("VIGIL_SETTINGS", settings.toString());
        }
        return Config.from(environment, Path.of(""));
    }
}
