package dev.vigil.common.kafka;

import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.registry.SchemaRegistry;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.topics.Topic;

/** How events stand on their topics: in Confluent's wire format, written by Vigil or by the classes that the settings name. */
public final class WireFormat {
    private final Wire wire;

    /** Vigil's own form, by a registry. */
    public WireFormat(SchemaRegistry registry) {
        this(new OwnWire(registry));
    }

    private WireFormat(Wire wire) {
        this.wire = wire;
    }

    /** The form that the settings ask for. */
    public static WireFormat of(RegistrySettings settings) {
        return settings.foreign()
                .map(classes -> new WireFormat(ForeignWire.of(classes, settings)))
                .orElseGet(() -> new WireFormat(settings.open()));
    }

    /** The bytes of an event on its topic. */
    public <T> byte[] encode(Topic<T> topic, T event) throws InterruptedException {
        return wire.encode(topic, event);
    }

    /** The event of bytes that were read from a topic. */
    public <T> T decode(Topic<T> topic, byte[] bytes) throws UndecodableException, InterruptedException {
        return wire.decode(topic, bytes);
    }
}
