package dev.vigil.cli.requests;

import dev.vigil.cli.command.Target;
import dev.vigil.cli.command.WrongCallException;
import dev.vigil.cli.nights.Frame;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.cli.topics.Requests;
import dev.vigil.schemas.events.BuildAgain;
import dev.vigil.schemas.events.FetchAgain;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.JudgeAgain;
import dev.vigil.schemas.events.LookAgain;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.ReduceAgain;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.Wish;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigil again}: asks for work on frames and masters to be done once more, and waits for what is answered. */
@Command(
        name = "again",
        mixinStandardHelpOptions = true,
        description = {
            "Ask for frames to be reduced, looked at, fetched from the telescope or judged again, or for masters to be built again.",
            "Of a night, those frames are meant that have that stage.",
            "A master is built of what it was built of, and becomes the very file that it was, or fails.",
            "Exit status 0 if all that was asked for is to be done, 1 if something is not or was not answered (it is said what), 2 for a wrong command."
        })
public final class AgainCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int AT_ONCE = 100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Parameters(
            arity = "1..*",
            paramLabel = "FRAME|NIGHT|MASTER",
            description = {Wanted.NAMES + ";", "or masters: UNIT/masters/KIND/SET/vVERSION (vigil masters list)"})
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

        @Option(
                names = "--judge",
                description =
                        "Judge the files at the telescope again, when the profile has been put right and the producer"
                                + " started anew. What is judged otherwise is the frame's next revision, and goes the whole way.")
        private boolean judge;

        void refuseMaster(String name) {
            String option = fetch ? "--fetch" : look ? "--look" : "--judge";
            if (fetch || look || judge) {
                throw new WrongCallException(
                        name + " is a master, which is built of frames; name it without " + option);
            }
        }

        Wish of(List<FrameId> frames) {
            if (fetch) {
                return new FetchAgain(frames);
            }
            if (judge) {
                return new JudgeAgain(frames);
            }
            return look ? new LookAgain(frames) : new ReduceAgain(frames);
        }

        /** Of a whole night nobody means the frames that have no such stage. */
        boolean isMeant(Frame frame) {
            return fetch
                    || judge
                    || frame.type().equals("science") && !frame.standing().equals("excluded");
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
        PrintWriter out = spec.commandLine().getOut();
        List<String> masters = names.stream().filter(MasterId::isOne).toList();
        masters.stream().findFirst().ifPresent(stages::refuseMaster);
        Set<String> frames =
                frames(names.stream().filter(name -> !MasterId.isOne(name)).toList());
        if (frames.isEmpty() && masters.isEmpty()) {
            out.println("nothing to do: there is no such frame in " + String.join(", ", names));
            return 0;
        }
        Requests asking = new Requests(target.config(), out, spec.commandLine().getErr());
        return stages.judge ? judge(asking, frames) : asking.ask(requests(frames, masters));
    }

    private List<Request> requests(Set<String> frames, List<String> masters) {
        List<Request> requests = new ArrayList<>(FrameLists.requests(frames, why, stages::of));
        requests.addAll(ofMasters(masters.stream().map(MasterId::new).toList()));
        return requests;
    }

    /** Each file is read from the telescope's disk, which takes its time. */
    private int judge(Requests asking, Set<String> frames) throws Exception {
        ProgressBar bar = new ProgressBar("judged again", frames.size(), new Terminal(System.err), Clock.systemUTC());
        AtomicLong done = new AtomicLong();
        int status = asking.askInTurn(
                FrameLists.requests(frames, AT_ONCE, why, stages::of),
                PATIENCE,
                request -> bar.show(
                        done.addAndGet(((JudgeAgain) request.wish()).frames().size())));
        bar.end();
        return status;
    }

    private Set<String> frames(List<String> named) {
        if (named.isEmpty()) {
            return Set.of();
        }
        Wanted wanted = Wanted.of(named);
        wanted.requireIn(target.kafka());
        Set<String> ids = new TreeSet<>(wanted.frames());
        wanted.ofNights(target.kafka(), stages::isMeant, spec.commandLine().getErr()).stream()
                .map(Frame::id)
                .forEach(ids::add);
        return ids;
    }

    /** One request for each unit, since a unit's requests are read by whoever decides for it. */
    private List<Request> ofMasters(List<MasterId> ids) {
        List<Request> requests = new ArrayList<>();
        ids.stream()
                .collect(Collectors.groupingBy(MasterId::unit, TreeMap::new, Collectors.toList()))
                .forEach((unit, ofUnit) -> requests.add(Requests.of(unit, why, new BuildAgain(ofUnit))));
        return requests;
    }
}
