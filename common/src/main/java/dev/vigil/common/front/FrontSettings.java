package dev.vigil.common.front;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;

/**
 * Where a service serves its health and metrics.
 *
 * @param service the service's name
 * @param host the address to bind
 * @param port the port; 0 takes a free one
 */
public record FrontSettings(String service, String host, int port) {

    /** Reads them among the settings of a service. */
    public static FrontSettings from(Config.Reader in, String service) {
        return new FrontSettings(service, in.get(Settings.FRONT_HOST), in.get(Settings.FRONT_PORT));
    }
}
