package dev.vigil.yaml;

import java.util.List;

/** Says in words where a text is no YAML, or other YAML than was meant, and what to do. */
public final class BadYamlException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    BadYamlException(List<String> mistakes) {
        super(String.join("; ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** Each mistake in a sentence. */
    public List<String> mistakes() {
        return mistakes;
    }
}
