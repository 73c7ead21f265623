package dev.vigil.common.settings;

import java.util.List;

/** Everything that is wrong with the settings, at once. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    public SettingsException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** Each mistake in a sentence. */
    public List<String> mistakes() {
        return mistakes;
    }
}
