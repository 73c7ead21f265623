package dev.vigil.cli.instruments;

import dev.vigil.instruments.Profile;
import dev.vigil.instruments.Profiles;
import java.util.Iterator;

/** The names of the profiles that are bundled, read when somebody wants them: every command is built with all options of all others. */
public final class ProfileNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Profiles.bundled().all().stream().map(Profile::name).iterator();
    }
}
