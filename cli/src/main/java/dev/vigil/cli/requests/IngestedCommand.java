package dev.vigil.cli.requests;

import dev.vigil.cli.command.Target;
import dev.vigil.cli.command.WrongCallException;
import dev.vigil.cli.topics.Requests;
import dev.vigil.schemas.events.ConfirmIngested;
import dev.vigil.schemas.events.Request;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigil ingested}: tells Vigil what other software has taken in, from a hook of that software or by hand. */
@Command(
        name = "ingested",
        mixinStandardHelpOptions = true,
        description = {
            "Say that other software has taken frames in: they are recorded then.",
            "For units whose files that software moves by itself (setting monitor.units.UNIT.copies).",
            "A frame whose copy was not seen whole yet is refused, and can be said again later."
        })
public final class IngestedCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Parameters(arity = "0..*", paramLabel = "FRAME", description = "Frame ids: UNIT/NIGHT/NAME.fits.")
    private List<String> named = List.of();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description =
                    "A file with a frame id in each line, and remarks in lines that begin with #; - reads from standard input.")
    private String from = "";

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            converter = Reason.class,
            description = "What shows it; kept with the frames.")
    private String why = "";

    @Override
    public Integer call() throws Exception {
        Collection<String> frames = new TreeSet<>(named);
        if (!from.isEmpty()) {
            frames.addAll(new FrameListFile(from).ids());
        }
        if (frames.isEmpty()) {
            throw new WrongCallException("name frames (UNIT/NIGHT/NAME.fits), or a file of them with --from");
        }
        List<Request> requests = FrameLists.requests(frames, why, ConfirmIngested::new);
        return new Requests(
                        target.config(),
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                .ask(requests);
    }
}
