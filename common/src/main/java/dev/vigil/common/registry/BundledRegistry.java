package dev.vigil.common.registry;

import dev.vigil.schemas.avro.ReleasedSchemas;
import dev.vigil.schemas.avro.Schemas;
import dev.vigil.schemas.topics.Topics;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * The schemas of this program and of every release before it, under numbers that follow from their content: a restart or a new version
 * finds what was written before.
 */
public final class BundledRegistry implements SchemaRegistry {
    private final Map<Integer, Schema> known = new HashMap<>();
    /** Every event asks for the number of its schema, and there are only a few of those, always the same objects. */
    private final Map<Schema, Integer> numbers = Collections.synchronizedMap(new IdentityHashMap<>());

    public BundledRegistry() {
        Stream.concat(ReleasedSchemas.all(), Topics.inAvro().map(topic -> Schemas.of(topic.type())))
                .forEach(schema -> known.put(number(schema), schema));
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return numbers.computeIfAbsent(schema, BundledRegistry::number);
    }

    @Override
    public Optional<Schema> schemaOf(int id) {
        return Optional.ofNullable(known.get(id));
    }

    private static int number(Schema schema) {
        return (int) (SchemaNormalization.parsingFingerprint64(schema) & Integer.MAX_VALUE);
    }
}
