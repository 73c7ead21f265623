package dev.vigil.cli.simulated;

import dev.vigil.simulator.camera.Cameras;
import java.util.Iterator;

/** The cameras of simulated nights, for help and completion. */
final class CameraNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Cameras.names().iterator();
    }
}
