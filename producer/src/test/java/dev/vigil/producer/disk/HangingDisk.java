package dev.vigil.producer.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** A disk of which one folder stops answering when it is told to, as a hard-mounted share does whose server is gone. */
public final class HangingDisk implements Disk {
    private final Path folder;
    private boolean hangs;

    public HangingDisk(Path folder) {
        this.folder = folder;
    }

    public synchronized void hang() {
        hangs = true;
    }

    public synchronized void goOn() {
        hangs = false;
        notifyAll();
    }

    private synchronized void answerFor(Path path) throws IOException {
        try {
            while (hangs && path.startsWith(folder)) {
                wait();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IOException("the test is over", end);
        }
    }

    @Override
    public List<String> names(Path path) throws IOException {
        answerFor(path);
        return Disk.REAL.names(path);
    }

    @Override
    public BasicFileAttributes look(Path path) throws IOException {
        answerFor(path);
        return Disk.REAL.look(path);
    }
}
