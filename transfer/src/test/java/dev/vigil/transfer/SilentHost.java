package dev.vigil.transfer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A host that takes every connection, and after so many words says nothing more. */
final class SilentHost implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final List<Socket> taken = new CopyOnWriteArrayList<>();
    private final byte[] words;

    /** One that never says anything. */
    SilentHost() throws IOException {
        this("");
    }

    SilentHost(String words) throws IOException {
        this.words = words.getBytes(StandardCharsets.US_ASCII);
        Thread thread = new Thread(this::take, "silent-host");
        thread.setDaemon(true);
        thread.start();
    }

    URI location(String path) {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/files/" + path);
    }

    /** How many connections it has taken. */
    int asked() {
        return taken.size();
    }

    private void take() {
        try {
            while (true) {
                Socket socket = listening.accept();
                taken.add(socket);
                socket.getOutputStream().write(words);
            }
        } catch (IOException closed) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : taken) {
            socket.close();
        }
    }
}
