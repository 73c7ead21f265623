package dev.vigil.cli.command;

import dev.vigil.schemas.events.FrameId;
import java.util.regex.Pattern;

/** How people name units: as every command prints them, or like their folders. */
public final class UnitNames {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._+%-]*");

    private UnitNames() {}

    /** The unit as it stands in ids and keys. A sign of per cent begins a letter that is written so already. */
    public static String key(String named) {
        return KEY.matcher(named).matches() ? named : FrameId.encodedUnit(named);
    }
}
