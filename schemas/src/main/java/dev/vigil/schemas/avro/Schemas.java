package dev.vigil.schemas.avro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** The Avro schemas of the events, read once from the files beside this class. */
public final class Schemas {
    private static final Map<String, Schema> BY_NAME = readAll();

    private Schemas() {}

    /** The schema that describes a record class of {@code dev.vigil.schemas.events}. */
    public static Schema of(Class<?> type) {
        Schema schema = BY_NAME.get(type.getSimpleName());
        if (schema == null) {
            throw new IllegalArgumentException("no schema describes " + type.getName());
        }
        return schema;
    }

    /** Every schema by its simple name; a schema stands behind those that it is made of. */
    public static Map<String, Schema> all() {
        return BY_NAME;
    }

    private static Map<String, Schema> readAll() {
        Schema.Parser parser = new Schema.Parser();
        Map<String, Schema> schemas = new LinkedHashMap<>();
        for (String name : names()) {
            schemas.put(name, parser.parse(text(name + ".avsc")));
        }
        return Collections.unmodifiableMap(schemas);
    }

    /** The order of reading: Avro wants a type to be known before it is used. */
    private static List<String> names() {
        return text("order.txt").lines().filter(line -> !line.isBlank()).toList();
    }

    private static String text(String file) {
        try (InputStream in = Schemas.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the schema file " + file + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the schema file " + file, e);
        }
    }

    /** The schemas by name, sorted, for documents. */
    public static Map<String, Schema> sorted() {
        return new TreeMap<>(BY_NAME);
    }
}
