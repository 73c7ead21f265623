package dev.vigil.cli.requests;

import dev.vigil.cli.command.Target;
import dev.vigil.cli.nights.Inventory;
import dev.vigil.cli.topics.Requests;
import dev.vigil.schemas.events.FetchAgain;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.LookAgain;
import dev.vigil.schemas.events.ReduceAgain;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigil again}: asks the scheduler to reduce or fetch frames once more, and waits for what it says. */
@Command(
        name = "again",
        mixinStandardHelpOptions = true,
        description = "Ask for frames to be reduced, looked at or fetched from the telescope again.")
public final class AgainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Parameters(
            arity = "1..*",
            paramLabel = "FRAME",
            description = "Frame ids, as the pages and topics print them: UNIT/NIGHT/NAME.fits")
    private List<String> frames;

    @ArgGroup
    private Stages stages = new Stages();

    /** Where to begin, if not with the reduction. */
    static final class Stages {
        @Option(names = "--fetch", description = "Fetch the frames from the telescope again, and then reduce them.")
        private boolean fetch;

        @Option(
                names = "--look",
                description = "Make the quick looks again, also of frames that still wait for their masters.")
        private boolean look;

        Wish of(List<FrameId> frames) {
            if (fetch) {
                return new FetchAgain(frames);
            }
            return look ? new LookAgain(frames) : new ReduceAgain(frames);
        }
    }

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            converter = Reason.class,
            required = true,
            description = "The reason; it is kept with the request.")
    private String why;

    @Override
    public Integer call() throws Exception {
        List<Request> requests = requests(FrameLists.ids(frames));
        new Inventory(target.kafka()).requireFrames(frames);
        return new Requests(
                        target.config(),
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                .ask(requests);
    }

    /** One request for each unit, since a unit's requests are read by whoever decides for it. */
    private List<Request> requests(List<FrameId> ids) {
        Map<String, List<FrameId>> byUnit =
                ids.stream().collect(Collectors.groupingBy(FrameId::unit, TreeMap::new, Collectors.toList()));
        List<Request> requests = new ArrayList<>();
        byUnit.forEach((unit, ofUnit) -> requests.add(Requests.of(unit, why, stages.of(ofUnit))));
        return requests;
    }
}
