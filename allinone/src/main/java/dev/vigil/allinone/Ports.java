package dev.vigil.allinone;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.embedded.FreePorts;
import java.io.IOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;

/** The ports that people use: the usual ones if they are free, else others, and it is said. */
final class Ports implements AutoCloseable {
    private static final String BROKER = "the broker";
    private static final int USUAL_BROKER = 9092;

    private final Config given;
    private final PortClaims claims;
    private final List<String> moved = new ArrayList<>();

    Ports(Config given, PortClaims claims) {
        this.given = given;
        this.claims = claims;
    }

    /** Starts the broker where Kafka's tools look for it, or elsewhere if another program is there by the time that it starts. */
    <T> T broker(Start<T> start) throws IOException {
        int port = usualOrFree(BROKER, USUAL_BROKER);
        try {
            return start.on(port);
        } catch (BindException taken) {
            return start.on(another(BROKER, port));
        }
    }

    /** Starts something that listens on a port. */
    interface Start<T> {
        T on(int port) throws IOException;
    }

    /** Where the pages are. A port that the user has named is taken, or the start fails; the usual one gives way. */
    int portal() {
        int port = given.read(in -> in.get(Settings.PORTAL_PORT));
        if (port == 0) {
            return FreePorts.next();
        }
        return given.sets(Settings.PORTAL_PORT) ? port : usualOrFree("the portal", port);
    }

    /** What took another port than the usual one, in words. */
    List<String> moved() {
        return List.copyOf(moved);
    }

    private int usualOrFree(String what, int usual) {
        if (claims.take(usual) && FreePorts.isFree(usual)) {
            return usual;
        }
        return another(what, usual);
    }

    private int another(String what, int usual) {
        int other = FreePorts.next();
        moved.add("port " + usual + " is taken, so " + what + " is on " + other);
        return other;
    }

    @Override
    public void close() throws IOException {
        claims.close();
    }
}
