package dev.vigil.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk in memory that is soon full, for as long as it is open. Where this machine lets us mount none, the test is skipped. */
public final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** One of so many kilobytes, mounted on a folder, which is made if it is not there. */
    public static SmallDisk mountedOn(Path folder, int kilobytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        boolean isMounted = done("mount", "-t", "tmpfs", "-o", size(kilobytes), "tmpfs", folder.toString());
        assumeTrue(isMounted, "nothing can be mounted");
        return new SmallDisk(folder);
    }

    public Path folder() {
        return folder;
    }

    /** From now on it has so many kilobytes. */
    public void resize(int kilobytes) throws InterruptedException {
        remount(size(kilobytes));
    }

    /** From now on it may only be read. */
    public void makeReadOnly() throws InterruptedException {
        remount("ro");
    }

    private static String size(int kilobytes) {
        return "size=" + kilobytes + "k";
    }

    private void remount(String how) throws InterruptedException {
        must("mount", "-o", "remount," + how, folder.toString());
    }

    private static void must(String... command) throws InterruptedException {
        if (!done(command)) {
            throw new IllegalStateException("failed: " + String.join(" ", command));
        }
    }

    private static boolean done(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        must("umount", folder.toString());
    }
}
