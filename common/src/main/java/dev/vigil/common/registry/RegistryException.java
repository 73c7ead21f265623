package dev.vigil.common.registry;

/** The registry refuses, for a reason that a person has to put right. */
public final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RegistryException(String message) {
        super(message);
    }
}
