package dev.vigil.schemas.events;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a master: {@code <unit>/masters/<kind>/<set>/v<version>}.
 *
 * @param value the name; it starts with the unit, so that masters travel with their unit's frames
 */
public record MasterId(String value) {
    private static final Pattern FORM = Pattern.compile("[^/]+/masters/[^/]+/[^/]+/v\\d+");

    public MasterId {
        if (value.indexOf('/') < 1 || value.endsWith("/")) {
            throw new IllegalArgumentException(
                    "not a master id, which is <unit>/masters/<kind>/<set>/v<version>: " + value);
        }
    }

    /** The id of one version of a set's master. */
    public static MasterId of(String unit, MasterKind kind, String set, int version) {
        return new MasterId(unit + folder(kind) + set + "/v" + version);
    }

    /** Whether a name is a master's, and not a frame's. */
    public static boolean isOne(String name) {
        return FORM.matcher(name).matches();
    }

    public boolean isOf(MasterKind kind) {
        return value.startsWith(folder(kind), unit().length());
    }

    private static String folder(MasterKind kind) {
        return "/masters/" + kind.name().toLowerCase(Locale.ROOT) + "/";
    }

    /** The unit that the master serves. */
    public String unit() {
        return value.substring(0, value.indexOf('/'));
    }

    @Override
    public String toString() {
        return value;
    }
}
