package dev.vigil.allinone;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Setting;
import dev.vigil.common.settings.Settings;
import java.util.Map;

/** What is better set otherwise when everything shares one small machine; the user's own settings come before it. */
final class AllInOneDefaults {
    private static final String THIS_MACHINE = "127.0.0.1";
    private static final int ANY_PORT = 0;
    private static final int SLOTS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private static final Map<Setting<?>, Object> DEFAULTS = Map.of(
            Settings.FRONT_HOST, THIS_MACHINE,
            Settings.FRONT_PORT, ANY_PORT,
            Settings.PORTAL_HOST, THIS_MACHINE,
            Settings.PRODUCER_HOST, THIS_MACHINE,
            Settings.PRODUCER_PORT, ANY_PORT,
            Settings.PRODUCER_OFFER, "file",
            Settings.TRANSFER_SLOTS, SLOTS,
            Settings.KAFKA_PARTITIONS, 2);

    private AllInOneDefaults() {}

    static Config over(Config given) {
        Config config = given;
        for (Map.Entry<Setting<?>, Object> each : DEFAULTS.entrySet()) {
            if (!given.sets(each.getKey())) {
                config = config.with(each.getKey(), each.getValue());
            }
        }
        return config;
    }
}
