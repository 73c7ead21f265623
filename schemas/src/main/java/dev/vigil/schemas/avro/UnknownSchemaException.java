package dev.vigil.schemas.avro;

/** A record whose schema nobody here has: most likely a newer version of Vigil wrote it. */
public final class UnknownSchemaException extends UndecodableException {
    private static final long serialVersionUID = 1L;

    public UnknownSchemaException(String message) {
        super(message);
    }
}
