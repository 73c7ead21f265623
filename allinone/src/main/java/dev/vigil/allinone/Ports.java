package dev.vigil.allinone;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.embedded.FreePorts;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * The ports that people use. The usual ones if they are free, else others.
 *
 * @param broker of Kafka
 * @param portal of the pages
 * @param moved what took another port than the usual one, in words
 */
record Ports(int broker, int portal, List<String> moved) {
    private static final int USUAL_BROKER = 9092;

    /** Finds them. A port that the user has named is taken or the start fails; a usual one gives way. */
    static Ports choose(Config given) throws IOException {
        List<String> moved = new ArrayList<>();
        int portal = given.read(in -> in.get(Settings.PORTAL_PORT));
        return new Ports(
                usualOrFree("the broker", USUAL_BROKER, moved),
                given.sets(Settings.PORTAL_PORT) ? portal : usualOrFree("the portal", portal, moved),
                List.copyOf(moved));
    }

    private static int usualOrFree(String what, int usual, List<String> moved) throws IOException {
        if (isFree(usual)) {
            return usual;
        }
        int other = FreePorts.next();
        moved.add("port " + usual + " is taken, so " + what + " is on " + other);
        return other;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
