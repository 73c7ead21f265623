package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveException;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.kafka.TaskHandler;
import dev.vigil.common.run.Pause;
import dev.vigil.common.run.StopSignal;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.MasterFailed;
import dev.vigil.schemas.events.ReductionTask;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits with a task in hand while the archive is away; one that is there and takes nothing is an answer, like everything else. */
final class PatientHandler implements TaskHandler<ReductionTask> {
    private static final Logger LOG = LoggerFactory.getLogger(PatientHandler.class);

    private final ReductionHandler handler;
    private final StopSignal stop;
    private final Duration firstPause;

    PatientHandler(ReductionHandler handler, StopSignal stop, Duration firstPause) {
        this.handler = handler;
        this.stop = stop;
        this.firstPause = firstPause;
    }

    @Override
    public Outgoing<?> handle(ReductionTask task) throws InterruptedException {
        Pause pause = new Pause(firstPause, firstPause.multipliedBy(30));
        while (true) {
            try {
                return told(task, handler.handle(task));
            } catch (ArchiveException e) {
                if (e.problem() != ArchiveException.Problem.UNREACHABLE) {
                    return told(task, handler.answers().failed(task, Trouble.of(e)));
                }
                LOG.warn("{} waits for the archive: {}", task.task(), e.getMessage());
                waitOrStop(pause.next());
            }
        }
    }

    @Override
    public Outgoing<?> gaveUp(ReductionTask task, int deliveries) {
        return handler.answers().gaveUp(task, deliveries);
    }

    @Override
    public Outgoing<?> broke(ReductionTask task, Throwable cause) {
        return handler.answers().broke(task, cause);
    }

    private static Outgoing<?> told(ReductionTask task, Outgoing<?> answer) {
        if (answer.event() instanceof FrameFailed failed) {
            LOG.info("{}: {}", task.task(), failed.reason());
        } else if (answer.event() instanceof MasterFailed failed) {
            LOG.info("{}: {}", task.task(), failed.reason());
        } else {
            LOG.debug("{}: {} {}", task.task(), answer.topic(), answer.key());
        }
        return answer;
    }

    private void waitOrStop(Duration pause) throws InterruptedException {
        if (stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("stopped while the archive cannot be reached; the task is delivered again");
        }
    }
}
