package dev.vigil.systemtests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line to the telescope that delays each piece, is slow, cuts every few hundred kilobytes, flips bits, falls silent once, and now and then
 * takes a connection without ever answering. Which connection suffers what follows from a seed.
 */
final class BadLine implements AutoCloseable {
    private static final Duration DELAY = Duration.ofMillis(300);
    private static final int BYTES_PER_SECOND = 125_000;
    private static final int PIECE = 4096;
    private static final int SHORTEST_LIFE = 150_000;
    private static final int LIFE_SPREAD = 450_000;
    private static final int BYTES_BETWEEN_FLIPS = 250_000;
    private static final int HALF_OPEN_EVERY = 9;
    private static final int SILENT_CONNECTION = 5;

    private final InetSocketAddress telescope;
    private final Duration silence;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool(BadLine::daemon);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object wire = new Object();
    private final Random random;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger flips = new AtomicInteger();
    private final AtomicInteger halfOpen = new AtomicInteger();
    private final AtomicInteger silences = new AtomicInteger();
    private long wireFreeAt = System.nanoTime();

    BadLine(int telescopePort, Duration silence, long seed) throws IOException {
        this.telescope = new InetSocketAddress(InetAddress.getLoopbackAddress(), telescopePort);
        this.silence = silence;
        this.random = new Random(seed);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    int cuts() {
        return cuts.get();
    }

    int flips() {
        return flips.get();
    }

    int halfOpen() {
        return halfOpen.get();
    }

    int silences() {
        return silences.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                carry(client, connections.incrementAndGet());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void carry(Socket client, int number) throws IOException {
        if (number % HALF_OPEN_EVERY == 0) {
            halfOpen.incrementAndGet();
            return;
        }
        Socket server = new Socket(telescope.getAddress(), telescope.getPort());
        open.add(server);
        int life = SHORTEST_LIFE + next(LIFE_SPREAD);
        threads.execute(() -> up(client, server));
        threads.execute(() -> down(server, client, life, number == SILENT_CONNECTION));
    }

    private void up(Socket client, Socket server) {
        try {
            client.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException over) {
            close(server);
        }
    }

    private void down(Socket server, Socket client, int life, boolean fallsSilent) {
        BlockingQueue<Piece> onTheWay = new LinkedBlockingQueue<>();
        threads.execute(() -> arrive(onTheWay, server, client));
        try (server) {
            InputStream in = server.getInputStream();
            byte[] piece = new byte[PIECE];
            long flipAt = next(2 * BYTES_BETWEEN_FLIPS);
            boolean silent = fallsSilent;
            long carried = 0;
            for (int count = in.read(piece); count >= 0 && carried <= life; count = in.read(piece)) {
                awaitWire(count);
                if (flipAt < carried + count) {
                    piece[(int) Math.max(0, flipAt - carried)] ^= (byte) (1 << next(8));
                    flipAt = carried + count + next(2 * BYTES_BETWEEN_FLIPS);
                    flips.incrementAndGet();
                }
                onTheWay.add(Piece.of(Arrays.copyOf(piece, count)));
                carried += count;
                if (silent && carried > PIECE) {
                    silent = false;
                    silences.incrementAndGet();
                    TimeUnit.NANOSECONDS.sleep(silence.toNanos());
                }
            }
            if (carried > life) {
                cuts.incrementAndGet();
            }
        } catch (IOException over) {
            close(server);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            onTheWay.add(Piece.of(new byte[0]));
        }
    }

    /** What the telescope sends comes that much later; an empty piece is the end. */
    private record Piece(byte[] bytes, long due) {
        static Piece of(byte[] bytes) {
            return new Piece(bytes, System.nanoTime() + DELAY.toNanos());
        }
    }

    private static void arrive(BlockingQueue<Piece> onTheWay, Socket server, Socket client) {
        try (server;
                client) {
            OutputStream out = client.getOutputStream();
            for (Piece piece = onTheWay.take(); piece.bytes().length > 0; piece = onTheWay.take()) {
                TimeUnit.NANOSECONDS.sleep(piece.due() - System.nanoTime());
                out.write(piece.bytes());
            }
        } catch (IOException over) {
            close(client);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** All connections share the line, one piece after the other. */
    private void awaitWire(int bytes) throws InterruptedException {
        long until;
        synchronized (wire) {
            long now = System.nanoTime();
            wireFreeAt = Math.max(now, wireFreeAt) + TimeUnit.SECONDS.toNanos(bytes) / BYTES_PER_SECOND;
            until = wireFreeAt - now;
        }
        TimeUnit.NANOSECONDS.sleep(until);
    }

    private int next(int bound) {
        synchronized (random) {
            return random.nextInt(bound);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // It is of no more use either way.
            return;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "bad-line");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
        open.forEach(BadLine::close);
    }
}
