package dev.vigil.simulator.camera;

import dev.vigil.simulator.GenericInstrument;
import dev.vigil.simulator.Instrument;
import java.util.List;

/** The cameras by their names. */
public final class Cameras {
    private static final List<Instrument> ALL = List.of(
            new GenericInstrument(),
            new SevenDt(new Tcspy()),
            new SevenDt(new Nina()),
            new Latiss(),
            new Decam(),
            new Hsc(),
            new Kpf(),
            new RoboAo());

    private Cameras() {}

    public static List<Instrument> all() {
        return ALL;
    }

    public static List<String> names() {
        return ALL.stream().map(Instrument::name).toList();
    }

    /** Throws for a name that no camera has, saying which there are. */
    public static Instrument named(String name) {
        return ALL.stream()
                .filter(camera -> camera.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no nights of '" + name + "' can be simulated; there are " + String.join(", ", names())));
    }
}
