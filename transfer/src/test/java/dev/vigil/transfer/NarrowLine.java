package dev.vigil.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A line on which every connection is slow for itself, and every answer takes its time to begin, as over an ocean. */
final class NarrowLine implements AutoCloseable {
    private static final int PIECE = 4096;

    private final URI telescope;
    private final int bytesPerSecond;
    private final Duration delay;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    NarrowLine(URI telescope, int bytesPerSecond, Duration delay) throws IOException {
        this.telescope = telescope;
        this.bytesPerSecond = bytesPerSecond;
        this.delay = delay;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** The telescope's file at this end of the line. */
    URI location() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + telescope.getPath());
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                connections.incrementAndGet();
                Socket server = new Socket(telescope.getHost(), telescope.getPort());
                open.add(client);
                open.add(server);
                threads.execute(() -> up(client, server));
                threads.execute(() -> down(server, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void up(Socket client, Socket server) {
        try (client;
                server) {
            client.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException over) {
            // Closing both is all that is to be done.
            return;
        }
    }

    private void down(Socket server, Socket client) {
        try (server;
                client) {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] piece = new byte[PIECE];
            long freeAt = System.nanoTime() + delay.toNanos();
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                TimeUnit.NANOSECONDS.sleep(freeAt - System.nanoTime());
                out.write(piece, 0, count);
                freeAt = Math.max(freeAt, System.nanoTime()) + TimeUnit.SECONDS.toNanos(count) / bytesPerSecond;
            }
        } catch (IOException over) {
            // Closing both is all that is to be done.
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
