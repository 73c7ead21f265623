package dev.vigil.producer.requests;

import dev.vigil.producer.judging.Again;
import dev.vigil.producer.judging.Examiner;
import dev.vigil.producer.known.History;
import dev.vigil.producer.known.Known;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.JudgeAgain;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges files again that people name, because what they are judged by has changed. It belongs to the one thread that decides; reading
 * happens on a thread of its own.
 */
public final class JudgingAgain implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JudgingAgain.class);

    private final Setup setup;
    private final UnitsHere<String, Request> units = new UnitsHere<>(this::begin);
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "producer-judge-again");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * What it works with.
     *
     * @param history what was said before, in full
     * @param away why the disk of a unit's folder cannot be asked, if that is so
     * @param mail takes what the deciding thread is to do
     * @param judge judges what was read against what was said before, says what is news, and comes back when that is safely said
     * @param answers takes what came of each request, on the deciding thread
     */
    public record Setup(
            History history,
            Examiner examiner,
            Away away,
            Consumer<Runnable> mail,
            Judge judge,
            Consumer<RequestAnswered> answers,
            Clock clock) {
        public Setup {
            Objects.requireNonNull(history, "history");
            Objects.requireNonNull(examiner, "examiner");
            Objects.requireNonNull(away, "away");
            Objects.requireNonNull(mail, "mail");
            Objects.requireNonNull(judge, "judge");
            Objects.requireNonNull(answers, "answers");
            Objects.requireNonNull(clock, "clock");
        }
    }

    /** Why the disk of a unit's folder cannot be asked. */
    public interface Away {
        Optional<String> why(String folder);
    }

    /** Judges on the deciding thread. */
    public interface Judge {
        Again judge(Examiner.Read read, FrameAnnounced before);
    }

    public JudgingAgain(Setup setup) {
        this.setup = setup;
    }

    /** A unit is watched; what was asked of it before is done now. */
    public void found(String name) {
        units.found(name, name);
    }

    /** Somebody asks. */
    public void asked(Request request) {
        units.asked(request.unit(), request);
    }

    private void begin(String unit, Request request) {
        reader.execute(() -> judge(unit, request));
    }

    private void judge(String unit, Request request) {
        try {
            RequestAnswered answer = judged(unit, request);
            setup.mail().accept(() -> setup.answers().accept(answer));
        } catch (InterruptedException stopping) {
            // The request is not answered, and is gone on with after the next start.
            Thread.currentThread().interrupt();
        } catch (RuntimeException | ExecutionException wrong) {
            LOG.error("{}: the request {} is left", unit, request.id(), wrong);
            RequestAnswered answer = answer(request, false, "it broke off: " + wrong + "; see the producer's log");
            setup.mail().accept(() -> setup.answers().accept(answer));
        }
    }

    private RequestAnswered judged(String unit, Request request) throws InterruptedException, ExecutionException {
        List<FrameId> frames = ((JudgeAgain) request.wish()).frames();
        Map<FrameId, FrameAnnounced> before = lastWords(unit, Set.copyOf(frames));
        int news = 0;
        Map<String, List<FrameId>> not = new LinkedHashMap<>();
        for (FrameId frame : frames) {
            Again again = judged(Optional.ofNullable(before.get(frame)));
            news += again instanceof Again.News ? 1 : 0;
            if (again instanceof Again.Not why) {
                not.computeIfAbsent(why.why(), any -> new ArrayList<>()).add(frame);
            }
        }
        int failed = not.values().stream().mapToInt(List::size).sum();
        return answer(request, failed < frames.size(), words(frames.size(), news, frames.size() - news - failed, not));
    }

    /** Many files are mostly not judged for the same reason. */
    private static String words(int all, int news, int same, Map<String, List<FrameId>> not) {
        List<String> words = new ArrayList<>();
        if (news > 0) {
            words.add(news + " of " + all + " are judged otherwise now, which is their next revision");
        }
        if (same > 0) {
            words.add(same + " of " + all + " are judged as before");
        }
        not.forEach((why, frames) -> words.add("not "
                + (frames.size() == 1 ? "" : frames.size() + " frames, the first ") + frames.get(0) + ": " + why));
        return String.join("; ", words);
    }

    private Again judged(Optional<FrameAnnounced> before) throws InterruptedException, ExecutionException {
        if (before.isEmpty()) {
            return new Again.Not("it was never announced");
        }
        Known said = Known.of(before.get());
        Optional<String> away = setup.away().why(said.sighting().unit());
        if (away.isPresent()) {
            return new Again.Not(away.get());
        }
        Examiner.Read read = setup.examiner().read(said.sighting());
        CompletableFuture<Again> again = new CompletableFuture<>();
        setup.mail().accept(() -> again.complete(setup.judge().judge(read, before.get())));
        return again.get();
    }

    /** What was last said of each, in full: of most of it the producer keeps no more than it needs to know a file again. */
    private Map<FrameId, FrameAnnounced> lastWords(String unit, Set<FrameId> frames) throws InterruptedException {
        Map<FrameId, FrameAnnounced> last = new HashMap<>();
        setup.history().of(Set.of(unit), said -> {
            FrameId frame = said.identity().frame();
            if (frames.contains(frame)) {
                last.merge(frame, said, JudgingAgain::newer);
            }
        });
        return last;
    }

    private static FrameAnnounced newer(FrameAnnounced one, FrameAnnounced other) {
        return Known.of(other).isNewerThan(Known.of(one)) ? other : one;
    }

    private RequestAnswered answer(Request request, boolean accepted, String words) {
        return new RequestAnswered(request.id(), request.unit(), setup.clock().instant(), accepted, words);
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
