package dev.vigil.cli.requests;

import dev.vigil.cli.command.Target;
import dev.vigil.cli.command.WrongCallException;
import dev.vigil.cli.nights.Inventory;
import dev.vigil.cli.topics.Requests;
import dev.vigil.schemas.events.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigil expect}: says which numbers a camera has used, where files alone cannot show it. */
@Command(
        name = "expect",
        mixinStandardHelpOptions = true,
        description = {
            "Expect the frames of these numbers: those that no file has are missing.",
            "Between the lowest and the highest number of a night Vigil notices by itself what is missing. What the camera took before"
                    + " the first file that came, after the last one, or in a night of which none came, an observing log knows: its first and"
                    + " its last number are enough.",
            "It is taken back by vigil close."
        })
public final class ExpectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Parameters(
            arity = "1..*",
            paramLabel = "NUMBERS",
            description =
                    "Running numbers of a night: UNIT/NIGHT/#1-148; where they begin anew for a part of the night, UNIT/NIGHT/SERIES#1-20, as vigil status NIGHT prints such a gap")
    private List<String> numbers;

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            converter = Reason.class,
            required = true,
            description = "Who knows it, such as: observing log.")
    private String why;

    @Override
    public Integer call() throws Exception {
        Inventory inventory = new Inventory(target.kafka());
        List<Request> requests = new ArrayList<>();
        for (String named : numbers) {
            Gap used = WrongCallException.checked(() -> Gap.parse(named));
            requests.add(Requests.of(inventory.unit(used.unit()), why, used.expected()));
        }
        return new Requests(
                        target.config(),
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                .ask(requests);
    }
}
