package dev.vigil.allinone;

import dev.vigil.embedded.FolderLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What keeps two all-in-ones that start in the same second from finding the same port free: whoever has locked the
 * port's folder may listen on it. The kernel gives the lock back when its holder dies, however it dies.
 */
final class PortClaims implements AutoCloseable {
    private final Path folder;
    private final List<FolderLock> held = new ArrayList<>();

    PortClaims(Path folder) {
        this.folder = folder;
    }

    /** The claims of this user's programs on this machine. */
    static PortClaims ofThisUser() {
        return new PortClaims(
                Path.of(System.getProperty("java.io.tmpdir"), "vigil-ports-" + System.getProperty("user.name")));
    }

    /** Whether the port is this one's from now on. Where no lock can be had, nobody is kept from anything. */
    synchronized boolean take(int port) {
        try {
            Optional<FolderLock> lock = FolderLock.tryTake(folder.resolve(Integer.toString(port)));
            lock.ifPresent(held::add);
            return lock.isPresent();
        } catch (IOException noLocksHere) {
            return true;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (FolderLock lock : held) {
            lock.close();
        }
        held.clear();
    }
}
