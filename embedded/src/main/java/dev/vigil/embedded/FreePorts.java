package dev.vigil.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds ports that nobody listens on. */
public final class FreePorts {
    private FreePorts() {}

    /** A port of the loopback address that was free a moment ago. */
    public static int next() {
        try {
            return bind(0);
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback address", e);
        }
    }

    /** The wanted port if it is free, or any free one for 0. */
    static int wanted(int port) throws IOException {
        try {
            return bind(port);
        } catch (BindException e) {
            throw new IOException(
                    "port " + port + " is taken by another program; stop that one, or take another port", e);
        }
    }

    private static int bind(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        }
    }
}
