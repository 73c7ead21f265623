package dev.vigil.cli.requests;

import dev.vigil.cli.command.Target;
import dev.vigil.cli.nights.Frame;
import dev.vigil.cli.topics.Requests;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.schemas.events.RetryFailed;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigil retry}: when the cause is gone, what failed is tried again: single frames, or all of a night. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description = {
            "Try again what failed, when its cause is gone: the disk has room again, the master is there.",
            "Each frame goes on where it failed: its transfer, its quick look or its reduction."
        })
public final class RetryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Parameters(arity = "1..*", paramLabel = "FRAME|NIGHT", description = Wanted.NAMES)
    private List<String> named;

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            converter = Reason.class,
            description = "The reason; it is kept with the request (default: the cause is gone).")
    private String why = "the cause is gone";

    @Option(names = "--dry-run", description = "Say what would be tried again, and change nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Wanted wanted = Wanted.of(named);
        KafkaSettings kafka = target.kafka();
        wanted.requireIn(kafka);
        List<Frame> failed = wanted.ofNights(
                kafka,
                frame -> frame.standing().equals("failed"),
                spec.commandLine().getErr());
        List<Frame> refused = failed.stream().filter(Frame::isRefused).toList();
        Set<String> ids = ids(wanted, failed);
        if (!refused.isEmpty()) {
            out.println(
                    refused.size() + " of the failed frames were refused where they lie. They are looked at again when"
                            + " their file is put right, and, when the profile is, by vigil again --judge:"
                            + " vigil frames --standing failed");
        }
        if (ids.isEmpty()) {
            out.println("nothing to try again: no frame of " + String.join(", ", named) + " has failed on its way");
            return 0;
        }
        if (dryRun) {
            ids.forEach(out::println);
            out.println(ids.size() + " would be tried again");
            return 0;
        }
        return new Requests(target.config(), out, spec.commandLine().getErr())
                .ask(FrameLists.requests(ids, why, RetryFailed::new));
    }

    private static Set<String> ids(Wanted wanted, List<Frame> failed) {
        Set<String> ids = new TreeSet<>(wanted.frames());
        failed.stream().filter(frame -> !frame.isRefused()).map(Frame::id).forEach(ids::add);
        return ids;
    }
}
