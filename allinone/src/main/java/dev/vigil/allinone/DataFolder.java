package dev.vigil.allinone;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that holds all of an all-in-one: its user must be able to make it, and to write into it. */
final class DataFolder {
    private DataFolder() {}

    /** Makes it, with the folder where files are put. */
    static void make(AllInOneSettings settings) throws IOException {
        try {
            Files.createDirectories(settings.incoming());
        } catch (IOException refused) {
            throw refusal(settings.data(), "cannot be made: " + why(refused));
        }
        if (!Files.isWritable(settings.data())) {
            throw refusal(settings.data(), "may not be written to by " + System.getProperty("user.name"));
        }
    }

    private static IOException refusal(Path data, String why) {
        return new IOException("the folder for everything, " + data + ", " + why
                + "; to do: name one that you may write to with --data DIR");
    }

    private static String why(IOException refused) {
        if (!(refused instanceof FileSystemException of)) {
            return refused.toString();
        }
        if (of instanceof FileAlreadyExistsException) {
            return of.getFile() + " is no folder";
        }
        return of.getFile() + ": "
                + (of instanceof AccessDeniedException
                        ? System.getProperty("user.name") + " may not write there"
                        : Optional.ofNullable(of.getReason())
                                .orElse(of.getClass().getSimpleName()));
    }
}
