package dev.vigil.instruments;

import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong in the profiles, at once. */
public final class ProfileMistakes extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    ProfileMistakes(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
