package dev.vigil.common.registry;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import java.util.Arrays;
import java.util.List;

/**
 * Where the schemas are.
 *
 * @param urls of a registry that speaks Confluent's API, the first to be asked first; or the word bundled
 * @param register whether schemas that are missing are registered
 * @param user for basic authentication, or empty
 * @param password of the user
 */
public record RegistrySettings(List<String> urls, boolean register, String user, String password) {
    private static final List<String> BUNDLED = List.of("bundled");

    public RegistrySettings {
        urls = List.copyOf(urls);
    }

    /** Reads them among the settings of a service. */
    public static RegistrySettings from(Config.Reader in) {
        return new RegistrySettings(
                Arrays.stream(in.get(Settings.REGISTRY_URL).split(","))
                        .map(String::strip)
                        .toList(),
                in.get(Settings.REGISTRY_REGISTER),
                in.get(Settings.REGISTRY_USER),
                in.get(Settings.REGISTRY_PASSWORD));
    }

    /** The registry. */
    public SchemaRegistry open() {
        return urls.equals(BUNDLED) ? new BundledRegistry() : new ConfluentRegistry(this);
    }
}
