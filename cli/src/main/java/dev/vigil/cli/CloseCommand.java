package dev.vigil.cli;

import dev.vigil.schemas.events.CloseFrame;
import dev.vigil.schemas.events.FrameId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigil close}: writes frames off that will not come any further. */
@Command(
        name = "close",
        mixinStandardHelpOptions = true,
        description = {
            "Write frames off that will not come any further: stalled, waiting, or on a way that leads nowhere.",
            "A closed frame counts as failed, with your reason. Should it turn up after all, it is taken."
        })
final class CloseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Parameters(
            arity = "1..*",
            paramLabel = "FRAME",
            description = "Frame ids, as the pages and topics print them: UNIT/NIGHT/NAME.fits")
    private List<String> frames;

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            required = true,
            description = "The reason; it is kept with the frame.")
    private String why;

    @Override
    public Integer call() throws Exception {
        return new Requests(
                        target.config(),
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                .ask(frames.stream()
                        .map(FrameId::new)
                        .map(frame -> Requests.of(frame.unit(), why, new CloseFrame(frame)))
                        .toList());
    }
}
