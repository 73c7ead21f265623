package dev.vigil.allinone;

import dev.vigil.cli.simulated.Simulation;
import dev.vigil.common.run.StopSignal;
import java.util.concurrent.atomic.AtomicLong;

/** Runs a simulation beside everything else, as a camera would. */
final class Camera implements AutoCloseable {
    private final AtomicLong written = new AtomicLong();
    private final Thread thread;

    private Camera(Simulation simulation, StopSignal stop) {
        this.thread = new Thread(() -> run(simulation, stop), "camera");
    }

    static Camera start(Simulation simulation, StopSignal stop) {
        Camera camera = new Camera(simulation, stop);
        camera.thread.start();
        return camera;
    }

    /** Frames written so far. */
    long written() {
        return written.get();
    }

    private void run(Simulation simulation, StopSignal stop) {
        try {
            simulation.run(written::set);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            stop.failed(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
