package dev.vigil.producer.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The two questions that a listing asks of a file system; either may fail, or not come back. */
public interface Disk {
    /** The file system as it is. */
    Disk REAL = new Disk() {
        @Override
        public List<String> names(Path folder) throws IOException {
            List<String> names = new ArrayList<>();
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(entry -> names.add(entry.getFileName().toString()));
                return names;
            } catch (DirectoryIteratorException broken) {
                throw broken.getCause();
            }
        }

        @Override
        public BasicFileAttributes look(Path entry) throws IOException {
            return Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        }
    };

    /** The names in a folder. */
    List<String> names(Path folder) throws IOException;

    /** What stands under a name; of a link, the link. */
    BasicFileAttributes look(Path entry) throws IOException;

    /** The same disk, asked again when it stumbles: a stale NFS handle is gone once the name is looked up anew. */
    default Disk asking(int times) {
        Disk once = this;
        return new Disk() {
            @Override
            public List<String> names(Path folder) throws IOException {
                return again(() -> once.names(folder), times);
            }

            @Override
            public BasicFileAttributes look(Path entry) throws IOException {
                return again(() -> once.look(entry), times);
            }
        };
    }

    /** A question to the disk. */
    interface Question<T> {
        T ask() throws IOException;
    }

    private static <T> T again(Question<T> question, int times) throws IOException {
        for (int left = times - 1; left > 0; left--) {
            try {
                return question.ask();
            } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException answer) {
                throw answer;
            } catch (IOException stumbled) {
                // Asked again below, and the last failure is told.
            }
        }
        return question.ask();
    }
}
