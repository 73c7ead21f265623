package dev.vigil.producer.serving;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A form other than its own in which a file goes over the line. */
interface PackedForm {
    String ASKED = "packed=";

    /** Whether it is worth trying for a file of this name, which is not compressed already. */
    boolean isFor(String name);

    /** Writes the packed form of a file, if there is one that is smaller; the target must not exist. */
    boolean pack(Path file, Path target) throws IOException;

    /** The word for it in queries and tags. */
    String word();

    /** Whether a file comes back from it byte for byte. */
    boolean isExact();

    /** What stands behind the address of a file that is wanted so. */
    default String query() {
        return "?" + ASKED + word();
    }

    /** The form that the query of an address asks for. */
    static Optional<PackedForm> asked(String query) {
        return Optional.ofNullable(query)
                .filter(text -> text.startsWith(ASKED))
                .map(text -> text.substring(ASKED.length()))
                .flatMap(word -> Stream.concat(ExactForm.named(word).stream(), LossyForm.named(word).stream())
                        .findFirst());
    }
}
