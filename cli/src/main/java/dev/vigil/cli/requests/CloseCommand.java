package dev.vigil.cli.requests;

import dev.vigil.cli.command.Target;
import dev.vigil.cli.command.WrongCallException;
import dev.vigil.cli.nights.Inventory;
import dev.vigil.cli.nights.NightSelection;
import dev.vigil.cli.topics.Requests;
import dev.vigil.schemas.events.CloseFrame;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.Request;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
            "Write off frames that will not come any further, or missing numbers.",
            "Frames may be stalled, waiting, or on a way that leads nowhere; numbers are missing where no file has them.",
            "A closed frame counts as failed, with your reason; a closed number is missing no more. Should it turn up after all, it is taken."
        })
public final class CloseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Parameters(
            arity = "1..*",
            paramLabel = "FRAME|GAP",
            description =
                    "Frame ids, as the pages and topics print them: UNIT/NIGHT/NAME.fits; or missing numbers, as vigil status NIGHT prints them: UNIT/NIGHT/#120-125")
    private List<String> frames;

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            converter = Reason.class,
            required = true,
            description = "The reason; it is kept with the frame.")
    private String why;

    @Override
    public Integer call() throws Exception {
        List<Request> requests = frames.stream().map(this::request).toList();
        Inventory inventory = new Inventory(target.kafka());
        inventory.require(new NightSelection(
                gaps().map(gap -> gap.unit() + "/" + gap.night()).toList()));
        inventory.requireFrames(
                frames.stream().filter(named -> !Gap.isOne(named)).toList());
        return new Requests(
                        target.config(),
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                .ask(requests);
    }

    private Stream<Gap> gaps() {
        return frames.stream().filter(Gap::isOne).map(Gap::parse);
    }

    private Request request(String named) {
        if (Gap.isOne(named)) {
            Gap gap = WrongCallException.checked(() -> Gap.parse(named));
            return Requests.of(gap.unit(), why, gap.closed());
        }
        if (Wanted.isNightOfAUnit(named)) {
            throw new WrongCallException(
                    "a night is not closed as a whole; name frames of it, which vigil frames " + named + " lists");
        }
        FrameId frame = WrongCallException.checked(() -> new FrameId(named));
        return Requests.of(frame.unit(), why, new CloseFrame(frame));
    }
}
