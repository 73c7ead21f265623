package dev.vigil.schemas.avro;

/** Bytes that are not what their topic promises. Whoever catches it parks the record; nothing is retried. */
public class UndecodableException extends Exception {
    private static final long serialVersionUID = 1L;

    public UndecodableException(String message) {
        super(message);
    }

    public UndecodableException(String message, Throwable cause) {
        super(message, cause);
    }
}
