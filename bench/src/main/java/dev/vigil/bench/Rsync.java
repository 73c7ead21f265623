package dev.vigil.bench;

import dev.vigil.embedded.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** rsync's own server on the loopback address, and its client, which writes each file through to the disk. */
final class Rsync implements AutoCloseable {
    private static final int TRIES = 100;

    private final Process daemon;
    private final int port;

    private Rsync(Process daemon, int port) {
        this.daemon = daemon;
        this.port = port;
    }

    static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("rsync", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        }
    }

    static Rsync serving(Path folder, Path beside) throws IOException, InterruptedException {
        int port = FreePorts.next();
        Path config = Files.writeString(
                beside.resolve("rsyncd.conf"),
                "use chroot = no\npid file = " + beside.resolve("rsyncd.pid") + "\n[files]\npath = " + folder + "\n");
        Process daemon = new ProcessBuilder(
                        "rsync",
                        "--daemon",
                        "--no-detach",
                        "--address=127.0.0.1",
                        "--port=" + port,
                        "--config=" + config)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Rsync rsync = new Rsync(daemon, port);
        rsync.awaitUp();
        return rsync;
    }

    private void awaitUp() throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(TRIES);
            }
        }
        throw new IOException("rsync does not serve on port " + port);
    }

    /** Seconds to fetch everything. */
    double fetch(Path target) throws IOException, InterruptedException {
        return Shell.seconds(
                "rsync", "--archive", "--whole-file", "--fsync", "rsync://127.0.0.1:" + port + "/files/", target + "/");
    }

    @Override
    public void close() {
        daemon.destroy();
    }
}
