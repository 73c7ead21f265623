package dev.vigil.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** How a draft takes its name if nobody has it. */
interface Claim {
    /** Moves the draft to the name, or throws {@link FileAlreadyExistsException} and leaves both as they are. */
    void take(Path draft, Path name) throws IOException;

    /** The kernel lets one of many link a name; the draft's own name goes afterwards. */
    static Claim byLink() {
        return (draft, name) -> {
            Files.createLink(name, draft);
            Files.delete(draft);
        };
    }

    /** For file systems without hard links: one at a time looks and renames, under a lock that dies with its holder. */
    static Claim byLockedRename(Path lockFile) {
        return (draft, name) -> {
            synchronized (Claim.class) {
                try (FileChannel channel =
                                FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    renameIfFree(draft, name);
                }
            }
        };
    }

    private static void renameIfFree(Path draft, Path name) throws IOException {
        if (Files.exists(name)) {
            throw new FileAlreadyExistsException(name.toString());
        }
        Files.move(draft, name, StandardCopyOption.ATOMIC_MOVE);
    }
}
