package dev.vigil.allinone;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Setting;
import dev.vigil.common.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How another process on this machine reaches an all-in-one, from whatever folder.
 *
 * @param config the settings of its services
 */
record Reach(Config config) {
    private static final List<Setting<String>> WORDS = List.of(
            Settings.KAFKA_BOOTSTRAP_SERVERS,
            Settings.REGISTRY_URL,
            Settings.REGISTRY_USER,
            Settings.REGISTRY_PASSWORD,
            Settings.LEDGER_URL,
            Settings.LEDGER_USER,
            Settings.LEDGER_PASSWORD,
            Settings.TRANSFER_TOKEN);
    private static final List<Setting<Path>> FOLDERS = List.of(
            Settings.ARCHIVE_FOLDER,
            Settings.WORKING_FOLDER,
            Settings.STATE_FOLDER,
            Settings.PRODUCER_INCOMING,
            Settings.PRODUCER_PROFILES);

    /** Settings by name. */
    Map<String, String> settings() {
        return config.read(Reach::settings);
    }

    private static Map<String, String> settings(Config.Reader in) {
        Map<String, String> reached = new HashMap<>();
        WORDS.forEach(setting -> reached.put(setting.name(), in.get(setting)));
        FOLDERS.forEach(setting -> reached.put(setting.name(), whole(in.get(setting))));
        Optional<Path> trust = in.get(Settings.TRANSFER_TRUST);
        reached.put(Settings.TRANSFER_TRUST.name(), trust.map(Reach::whole).orElse(""));
        reached.put(Settings.PORTAL_PORT.name(), Integer.toString(in.get(Settings.PORTAL_PORT)));
        return reached;
    }

    private static String whole(Path path) {
        return path.toAbsolutePath().toString();
    }
}
