package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.Objects;

/**
 * Fetch a frame into the archive, or look whether other software has it.
 *
 * @param task the task's id, the same whenever the same work is handed out
 * @param identity the frame; its attempt is this task's
 * @param of attempts allowed
 * @param lane the queue it came from
 * @param path below the incoming folder
 * @param size bytes
 * @param file the bytes
 * @param handedOut when
 * @param deadline when it will be handed out again
 * @param stage what is to be done: the transfer, or, where other software does both, the recording
 * @param waited how the frame has waited for it
 */
public record TransferTask(
        String task,
        FrameIdentity identity,
        int of,
        Lane lane,
        String path,
        long size,
        TakenFile file,
        Instant handedOut,
        Instant deadline,
        Stage stage,
        WaitSoFar waited) {
    public TransferTask {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(handedOut, "handedOut");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(waited, "waited");
    }

    /** A transfer that was not waited for. */
    public TransferTask(
            String task,
            FrameIdentity identity,
            int of,
            Lane lane,
            String path,
            long size,
            TakenFile file,
            Instant handedOut,
            Instant deadline) {
        this(task, identity, of, lane, path, size, file, handedOut, deadline, Stage.TRANSFER, WaitSoFar.NONE);
    }
}
