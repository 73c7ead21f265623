package dev.vigil.common.registry;

import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Where schemas have numbers. Both methods are idempotent, may be called by many threads, and wait while the registry cannot be reached.
 */
public interface SchemaRegistry {

    /** The number under which a subject's schema is known; it is registered first where that is allowed and needed. */
    int idOf(String subject, Schema schema) throws InterruptedException;

    /** The schema of a number, or nothing if there is none. */
    Optional<Schema> schemaOf(int id) throws InterruptedException;
}
