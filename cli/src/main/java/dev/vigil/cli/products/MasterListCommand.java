package dev.vigil.cli.products;

import dev.vigil.cli.command.Target;
import dev.vigil.cli.nights.Inventory;
import dev.vigil.ledger.Ledger;
import dev.vigil.ledger.MasterStanding;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigil masters list}: the masters that the ledger knows. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "List the masters of a deployment, the newest first, and before them those that are not built.",
            "Each with what it is for, its frames, its age, and the quality checks that it failed. Reads the ledger."
        })
public final class MasterListCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Option(names = "--unit", paramLabel = "UNIT", description = "Only this unit's (default: all units').")
    private String unit;

    @Override
    public Integer call() {
        Optional<String> key = Optional.ofNullable(unit).map(name -> new Inventory(target.kafka()).unit(name));
        PrintWriter out = spec.commandLine().getOut();
        try (Ledger ledger = target.ledger()) {
            List<MasterStanding> masters = key.map(name -> ledger.masters().of(name, MOST))
                    .orElseGet(() -> ledger.masters().newest(MOST));
            if (masters.isEmpty()) {
                out.println("No master" + key.map(name -> " of " + name).orElse("")
                        + " was built yet, and none is waited for.");
            } else {
                MasterTable.lines(masters, Clock.systemUTC().instant()).forEach(out::println);
            }
        }
        return 0;
    }
}
