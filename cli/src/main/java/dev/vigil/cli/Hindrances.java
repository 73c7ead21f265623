package dev.vigil.cli;

import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.common.settings.SettingsException;
import dev.vigil.common.tls.Identity;
import dev.vigil.common.tls.Trust;
import dev.vigil.instruments.ProfileMistakes;
import dev.vigil.instruments.Profiles;
import dev.vigil.reduction.references.ReferenceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What would keep a service from starting on this machine, of what its settings name: each is opened as the service does. */
final class Hindrances {
    private Hindrances() {}

    /** All of them, in sentences. */
    static List<String> of(Config given) {
        Stream<Opening> openings = Stream.of(
                in -> Identity.from(in).check(),
                in -> Trust.from(in).context(),
                Hindrances::openProfiles,
                Hindrances::openReferences,
                in -> WireFormat.of(RegistrySettings.from(in)));
        return Stream.concat(
                        given.unreadable().stream(),
                        openings.flatMap(opening -> given.lookedInto(opening::mistakes).stream()))
                .toList();
    }

    private static void openProfiles(Config.Reader in) {
        Path folder = in.get(Settings.PRODUCER_PROFILES);
        try {
            Profiles.bundledAndAny(folder);
        } catch (ProfileMistakes wrong) {
            throw new SettingsException(wrong.mistakes().stream()
                    .map(mistake -> Settings.PRODUCER_PROFILES.name() + ": " + folder + "/" + mistake)
                    .toList());
        }
    }

    private static void openReferences(Config.Reader in) throws IOException {
        Optional<Path> file = in.get(Settings.CALIBRATOR_REFERENCES);
        try {
            if (file.isPresent()) {
                ReferenceFile.open(file.get());
            }
        } catch (IOException wrong) {
            throw new IOException(Settings.CALIBRATOR_REFERENCES.name() + " names " + wrong.getMessage(), wrong);
        }
    }

    /** Opens something that settings name. */
    private interface Opening {
        void open(Config.Reader in) throws IOException;

        default List<String> mistakes(Config.Reader in) {
            try {
                open(in);
                return List.of();
            } catch (SettingsException wrong) {
                return wrong.mistakes();
            } catch (IOException | UncheckedIOException wrong) {
                return List.of(wrong.getMessage());
            }
        }
    }
}
