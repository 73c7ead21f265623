package dev.vigil.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** File operations that are still true after the power has failed. */
final class Durable {
    private Durable() {}

    /** Makes a folder and those above it, and writes each new name through to the disk. */
    static void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        createFolders(folder.getParent());
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException madeByAnother) {
            if (!Files.isDirectory(folder)) {
                throw madeByAnother;
            }
        }
        sync(folder.getParent());
    }

    /** Writes a folder's names through to the disk. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
