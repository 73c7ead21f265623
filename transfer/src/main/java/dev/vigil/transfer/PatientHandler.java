package dev.vigil.transfer;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.Refusal;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.kafka.TaskHandler;
import dev.vigil.common.run.Pause;
import dev.vigil.common.run.StopSignal;
import dev.vigil.schemas.events.TransferTask;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits with a task in hand while the archive is away; one that is there and takes nothing is an answer, like everything else. */
final class PatientHandler implements TaskHandler<TransferTask> {
    private static final Logger LOG = LoggerFactory.getLogger(PatientHandler.class);

    private final TransferHandler handler;
    private final AnswerBook book;
    private final StopSignal stop;
    private final Duration firstPause;

    PatientHandler(TransferHandler handler, AnswerBook book, StopSignal stop, Duration firstPause) {
        this.handler = handler;
        this.book = book;
        this.stop = stop;
        this.firstPause = firstPause;
    }

    @Override
    public Outgoing<?> handle(TransferTask task) throws InterruptedException {
        return book.noted(patiently(task));
    }

    private Outgoing<?> patiently(TransferTask task) throws InterruptedException {
        Pause pause = new Pause(firstPause, firstPause.multipliedBy(30));
        while (true) {
            try {
                return handler.handle(task);
            } catch (ArchiveException e) {
                if (e.problem() != ArchiveException.Problem.UNREACHABLE) {
                    Refusal refusal = Refusal.of(e, "transfer");
                    return handler.answers().failed(task, Trouble.Failing.of(refusal, task.size()));
                }
                LOG.warn("{} waits for the archive: {}", task.identity().frame(), e.getMessage());
                waitOrStop(pause.next());
            }
        }
    }

    @Override
    public Outgoing<?> gaveUp(TransferTask task, int deliveries) {
        return book.noted(handler.answers().gaveUp(task, deliveries));
    }

    @Override
    public Outgoing<?> broke(TransferTask task, Throwable cause) {
        return book.noted(handler.answers().broke(task, cause));
    }

    private void waitOrStop(Duration pause) throws InterruptedException {
        if (stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("stopped while the archive cannot be reached; the task is delivered again");
        }
    }
}
