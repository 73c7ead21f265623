package dev.vigil.common.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.common.registry.BundledRegistry;
import dev.vigil.common.registry.ForeignClasses;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.SettingsException;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.events.BuildMasters;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class ForeignWireTest {
    private static final AtomicInteger OUTAGES = new AtomicInteger();

    private static final Request REQUEST = new Request(
            "r1",
            "7DT05",
            Instant.parse("2026-11-20T03:15:02Z"),
            "observer",
            "late flats",
            new BuildMasters(LocalDate.of(2026, 11, 19)));

    @Test
    void whatTheNamedClassesWriteIsRead() throws Exception {
        WireFormat format = WireFormat.of(naming(Containers.class.getName(), Opener.class.getName()));
        byte[] bytes = format.encode(Topics.REQUESTS, REQUEST);
        assertThat(bytes).startsWith('O', 'b', 'j', 1);
        assertThat(format.decode(Topics.REQUESTS, bytes)).isEqualTo(REQUEST);
    }

    @Test
    void aRegistryThatIsAwayIsWaitedFor() throws Exception {
        OUTAGES.set(2);
        WireFormat format = WireFormat.of(naming(Containers.class.getName(), Opener.class.getName()));
        assertThat(format.encode(Topics.REQUESTS, REQUEST)).isNotEmpty();
        assertThat(OUTAGES).hasValue(0);
    }

    @Test
    void bytesThatTheyCannotReadAreUndecodable() throws Exception {
        WireFormat format = WireFormat.of(naming(Containers.class.getName(), Opener.class.getName()));
        byte[] own = new WireFormat(new BundledRegistry()).encode(Topics.REQUESTS, REQUEST);
        assertThatThrownBy(() -> format.decode(Topics.REQUESTS, own))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("requests")
                .hasMessageContaining("no container");
    }

    @Test
    void aClassThatIsNotThereIsSaidWithItsSetting() {
        assertThatThrownBy(() -> WireFormat.of(naming("io.example.Missing", Opener.class.getName())))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("registry.serializer names io.example.Missing")
                .hasMessageContaining("VIGIL_JARS");
    }

    @Test
    void aClassThatIsNoSerializerIsSaidWithItsSetting() {
        assertThatThrownBy(() -> WireFormat.of(naming(Containers.class.getName(), "java.lang.String")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("registry.deserializer names java.lang.String");
    }

    private static RegistrySettings naming(String serializer, String deserializer) {
        return new RegistrySettings(
                List.of("http://one", "http://two"),
                false,
                "me",
                "hush",
                Optional.of(new ForeignClasses(serializer, deserializer)));
    }

    /** Writes each record as a container of its own, which tells its schema. */
    public static final class Containers implements Serializer<Object> {
        @Override
        public void configure(Map<String, ?> keys, boolean isKey) {
            assertThat(keys.get("schema.registry.url")).isEqualTo("http://one,http://two");
            assertThat(keys.get("auto.register.schemas")).isEqualTo(false);
            assertThat(keys.get("basic.auth.user.info")).isEqualTo("me:hush");
        }

        @Override
        public byte[] serialize(String topic, Object record) {
            if (OUTAGES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new SerializationException("cannot register", new IOException("connection refused"));
            }
            GenericRecord generic = (GenericRecord) record;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>())) {
                writer.create(generic.getSchema(), out).append(generic);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    }

    /** Reads such a container. */
    public static final class Opener implements Deserializer<GenericRecord> {
        @Override
        public GenericRecord deserialize(String topic, byte[] bytes) {
            if (bytes[0] != 'O') {
                throw new SerializationException("no container");
            }
            try (DataFileStream<GenericRecord> stream = new DataFileStream<>(
                    new java.io.ByteArrayInputStream(bytes), new GenericDatumReader<GenericRecord>())) {
                return stream.next();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
