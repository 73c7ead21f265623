package dev.vigil.common.registry;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the schemas are.
 *
 * @param urls of a registry that speaks Confluent's API, the first to be asked first; or the word bundled
 * @param register whether schemas that are missing are registered
 * @param user for basic authentication, or empty
 * @param password of the user
 * @param foreign classes that write and read events in the place of Vigil's own
 */
public record RegistrySettings(
        List<String> urls, boolean register, String user, String password, Optional<ForeignClasses> foreign) {
    private static final List<String> BUNDLED = List.of("bundled");

    public RegistrySettings {
        urls = List.copyOf(urls);
    }

    /** A registry that is spoken to by Vigil's own classes. */
    public RegistrySettings(List<String> urls, boolean register, String user, String password) {
        this(urls, register, user, password, Optional.empty());
    }

    /** Reads them among the settings of a service. */
    public static RegistrySettings from(Config.Reader in) {
        return new RegistrySettings(
                Arrays.stream(in.get(Settings.REGISTRY_URL).split(","))
                        .map(String::strip)
                        .toList(),
                in.get(Settings.REGISTRY_REGISTER),
                in.get(Settings.REGISTRY_USER),
                in.get(Settings.REGISTRY_PASSWORD),
                foreign(in));
    }

    private static Optional<ForeignClasses> foreign(Config.Reader in) {
        String serializer = in.get(Settings.REGISTRY_SERIALIZER);
        String deserializer = in.get(Settings.REGISTRY_DESERIALIZER);
        return serializer.isEmpty() || deserializer.isEmpty()
                ? Optional.empty()
                : Optional.of(new ForeignClasses(serializer, deserializer));
    }

    /** The registry. */
    public SchemaRegistry open() {
        return urls.equals(BUNDLED) ? new BundledRegistry() : new ConfluentRegistry(this);
    }
}
