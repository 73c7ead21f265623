package dev.vigil.schemas.avro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The schemas of every release, whole: what may stand on a topic, and what a new schema must be able to read. */
public final class ReleasedSchemas {
    private ReleasedSchemas() {}

    /** Every schema that a release ever wrote by. */
    public static Stream<Schema> all() {
        return lines("releases.txt").flatMap(ReleasedSchemas::of);
    }

    /** The schemas of one release, by its version. */
    public static Stream<Schema> of(String version) {
        return lines(version + ".avsc-lines").map(line -> new Schema.Parser().parse(line));
    }

    private static Stream<String> lines(String file) {
        String path = "/dev/vigil/schemas/released/" + file;
        try (InputStream in = ReleasedSchemas.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the file " + path + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
