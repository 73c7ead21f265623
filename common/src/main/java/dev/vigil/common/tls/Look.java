package dev.vigil.common.tls;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A look into a file that a setting names. */
interface Look<T> {
    T take() throws IOException;

    /** What the file holds; what is wrong with it is added to the mistakes. */
    static <T> Optional<T> into(Look<T> file, List<String> mistakes) {
        try {
            return Optional.of(file.take());
        } catch (IOException wrong) {
            mistakes.add(wrong.getMessage());
            return Optional.empty();
        }
    }
}
