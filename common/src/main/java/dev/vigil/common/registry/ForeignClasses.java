package dev.vigil.common.registry;

import dev.vigil.common.settings.SettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Classes of somebody else that write and read events in the place of Vigil's own.
 *
 * @param serializer the name of a class that takes Avro's generic records
 * @param deserializer the name of a class that gives them
 */
public record ForeignClasses(String serializer, String deserializer) {

    /** The serializer, configured by the keys that Confluent's classes know. */
    public Serializer<Object> serializer(RegistrySettings settings) {
        @SuppressWarnings("unchecked")
        Serializer<Object> made = made("registry.serializer", serializer, Serializer.class);
        made.configure(keys(settings), false);
        return made;
    }

    /** The deserializer, configured likewise. */
    public Deserializer<?> deserializer(RegistrySettings settings) {
        Deserializer<?> made = made("registry.deserializer", deserializer, Deserializer.class);
        made.configure(keys(settings), false);
        return made;
    }

    private static Map<String, Object> keys(RegistrySettings settings) {
        Map<String, Object> keys = new HashMap<>();
        keys.put("schema.registry.url", String.join(",", settings.urls()));
        keys.put("auto.register.schemas", settings.register());
        if (!settings.user().isEmpty()) {
            keys.put("basic.auth.credentials.source", "USER_INFO");
            keys.put("basic.auth.user.info", settings.user() + ":" + settings.password());
        }
        return keys;
    }

    private static <S> S made(String setting, String name, Class<S> kind) {
        try {
            return Utils.newInstance(name, kind);
        } catch (ClassNotFoundException | KafkaException | ClassCastException | LinkageError e) {
            throw new SettingsException(List.of(setting + " names " + name + ", which cannot be used as a "
                    + kind.getSimpleName() + ": " + e + ". Put its jars into the folder that VIGIL_JARS names"));
        }
    }
}
