package dev.vigil.cli.requests;

import dev.vigil.cli.command.Target;
import dev.vigil.cli.command.WrongCallException;
import dev.vigil.cli.nights.Inventory;
import dev.vigil.cli.topics.Requests;
import dev.vigil.schemas.events.BuildAgain;
import dev.vigil.schemas.events.FetchAgain;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.LookAgain;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.ReduceAgain;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigil again}: asks the scheduler to do work on frames and masters once more, and waits for what it says. */
@Command(
        name = "again",
        mixinStandardHelpOptions = true,
        description = {
            "Ask for frames to be reduced, looked at or fetched from the telescope again, or for masters to be built again.",
            "A master is built of what it was built of, and becomes the very file that it was, or fails."
        })
public final class AgainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Parameters(
            arity = "1..*",
            paramLabel = "FRAME|MASTER",
            description = {
                "Ids, as the pages and topics print them:",
                "UNIT/NIGHT/NAME.fits, and UNIT/masters/KIND/SET/vVERSION (vigil masters list)"
            })
    private List<String> names;

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

        void refuseMaster(String name) {
            if (fetch || look) {
                throw new WrongCallException(name + " is a master, which is built and not "
                        + (fetch ? "fetched" : "looked at") + "; name it without " + (fetch ? "--fetch" : "--look"));
            }
        }

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
        List<String> masters = names.stream().filter(MasterId::isOne).toList();
        masters.stream().findFirst().ifPresent(stages::refuseMaster);
        List<String> frames =
                names.stream().filter(name -> !MasterId.isOne(name)).toList();
        List<Request> requests = new ArrayList<>(requests(FrameLists.ids(frames), FrameId::unit, stages::of));
        requests.addAll(requests(masters.stream().map(MasterId::new).toList(), MasterId::unit, BuildAgain::new));
        new Inventory(target.kafka()).requireFrames(frames);
        return new Requests(
                        target.config(),
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                .ask(requests);
    }

    /** One request for each unit, since a unit's requests are read by whoever decides for it. */
    private <T> List<Request> requests(List<T> ids, Function<T, String> unit, Function<List<T>, Wish> wish) {
        List<Request> requests = new ArrayList<>();
        ids.stream()
                .collect(Collectors.groupingBy(unit, TreeMap::new, Collectors.toList()))
                .forEach((name, ofUnit) -> requests.add(Requests.of(name, why, wish.apply(ofUnit))));
        return requests;
    }
}
