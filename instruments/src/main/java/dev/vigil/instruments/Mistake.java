package dev.vigil.instruments;

import java.util.Objects;

/** One thing that is wrong in a profile: where, and what to do about it. */
public record Mistake(String where, String what) {
    public Mistake {
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(what, "what");
    }

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
