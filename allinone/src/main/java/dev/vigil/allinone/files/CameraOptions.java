package dev.vigil.allinone.files;

import dev.vigil.cli.instruments.ProfileNames;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.instruments.Profile;
import dev.vigil.instruments.ProfileMistakes;
import dev.vigil.instruments.Profiles;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which camera wrote the files, and how they are called. */
final class CameraOptions {
    @Option(
            names = "--instrument",
            paramLabel = "NAME",
            completionCandidates = ProfileNames.class,
            description =
                    "The instrument profile (default: that of the folder of a unit above the file, else generic).")
    private String instrument;

    @Option(
            names = "--profiles",
            paramLabel = "DIR",
            description = "A folder of profiles of your own (default: that of the settings).")
    private Path profiles;

    @Option(
            names = "--incoming",
            paramLabel = "DIR",
            description = "The incoming folder that the files lie in, as DIR/<unit>/…: then frames have the same ids as"
                    + " when they are announced from there.")
    private Path incoming;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    FrameFinder finder(Config config) {
        Profiles known = known(config);
        if (instrument == null) {
            return new FrameFinder(known, Optional.ofNullable(incoming), "generic");
        }
        Profile profile = known.named(instrument)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "there is no profile " + instrument + "; there are "
                                + known.all().stream().map(Profile::name).collect(Collectors.joining(", "))));
        return new FrameFinder(Profiles.only(profile), Optional.ofNullable(incoming), instrument);
    }

    private Profiles known(Config config) {
        Path folder = profiles == null ? config.read(in -> in.get(Settings.PRODUCER_PROFILES)) : profiles;
        try {
            return profiles == null ? Profiles.bundledAndAny(folder) : Profiles.bundledAnd(folder);
        } catch (ProfileMistakes mistakes) {
            throw new ParameterException(spec.commandLine(), "the profiles have mistakes:\n" + mistakes.getMessage());
        } catch (UncheckedIOException unreadable) {
            throw new ParameterException(spec.commandLine(), unreadable.getMessage() + ": it is no folder");
        }
    }
}
