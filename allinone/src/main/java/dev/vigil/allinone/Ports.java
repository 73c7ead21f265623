package dev.vigil.allinone;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.embedded.FreePorts;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** The ports that people use: the usual ones if they are free, else others, and it is said. */
final class Ports implements AutoCloseable {
    private static final int USUAL_BROKER = 9092;

    private final Config given;
    private final PortClaims claims;
    private final List<String> moved = new ArrayList<>();

    Ports(Config given, PortClaims claims) {
        this.given = given;
        this.claims = claims;
    }

    /** Where Kafka's tools are to find the broker. */
    int broker() throws IOException {
        return usualOrFree("the broker", USUAL_BROKER);
    }

    /** Where the pages are. A port that the user has named is taken, or the start fails; the usual one gives way. */
    int portal() throws IOException {
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

    private int usualOrFree(String what, int usual) throws IOException {
        if (claims.take(usual) && isFree(usual)) {
            return usual;
        }
        int other = FreePorts.next();
        moved.add("port " + usual + " is taken, so " + what + " is on " + other);
        return other;
    }

    @Override
    public void close() throws IOException {
        claims.close();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
