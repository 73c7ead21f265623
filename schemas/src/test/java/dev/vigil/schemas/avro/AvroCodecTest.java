package dev.vigil.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class AvroCodecTest {

    @Property(tries = 300)
    void everyEventComesBackAsItWasSent(@ForAll long seed) throws UndecodableException {
        for (Topic<?> topic : Topics.inAvro().toList()) {
            comesBack(topic.type(), seed);
        }
    }

    private static <T> void comesBack(Class<T> type, long seed) throws UndecodableException {
        T event = new AnyEvent(seed).of(type);
        AvroCodec<T> codec = AvroCodec.of(type);
        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
    }

    @Property(tries = 100)
    void theSameEventHasTheSameBytes(@ForAll long seed) {
        for (Topic<?> topic : Topics.inAvro().toList()) {
            hasTheSameBytes(topic.type(), seed);
        }
    }

    private static <T> void hasTheSameBytes(Class<T> type, long seed) {
        AvroCodec<T> codec = AvroCodec.of(type);
        assertThat(codec.encode(new AnyEvent(seed).of(type))).isEqualTo(codec.encode(new AnyEvent(seed).of(type)));
    }

    @Property(tries = 200)
    void bytesThatWereCutAreUndecodable(@ForAll long seed) {
        AvroCodec<FrameRecorded> codec = AvroCodec.of(FrameRecorded.class);
        byte[] bytes = codec.encode(new AnyEvent(seed).of(FrameRecorded.class));
        int length = Math.floorMod(seed, bytes.length);
        assertThatThrownBy(() -> codec.decode(Arrays.copyOf(bytes, length))).isInstanceOf(UndecodableException.class);
    }

    @Test
    void bytesThatAreLeftOverAreUndecodable() {
        AvroCodec<UnitAlive> codec = AvroCodec.of(UnitAlive.class);
        byte[] bytes = codec.encode(new AnyEvent(7).of(UnitAlive.class));
        assertThatThrownBy(() -> codec.decode(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("left over");
    }

    @Test
    void aFieldThatAnOlderVersionDidNotWriteTakesItsDefault() throws Exception {
        AvroCodec<UnitAlive> codec = AvroCodec.of(UnitAlive.class);
        UnitAlive alive = new AnyEvent(3).of(UnitAlive.class);
        Schema older = without(codec.schema(), "quietSince");
        byte[] written = new org.apache.avro.message.RawMessageEncoder<Object>(
                        org.apache.avro.generic.GenericData.get(), older)
                .encode(project(codec, alive, older))
                .array();
        UnitAlive read = codec.decode(written, 0, written.length, older);
        assertThat(read.quietSince()).isEmpty();
        assertThat(read.unit()).isEqualTo(alive.unit());
    }

    private static Object project(AvroCodec<UnitAlive> codec, UnitAlive alive, Schema older) {
        org.apache.avro.generic.IndexedRecord whole = (org.apache.avro.generic.IndexedRecord)
                Form.of(UnitAlive.class, codec.schema()).toAvro(alive);
        org.apache.avro.generic.GenericData.Record part = new org.apache.avro.generic.GenericData.Record(older);
        older.getFields()
                .forEach(field -> part.put(
                        field.pos(),
                        whole.get(codec.schema().getField(field.name()).pos())));
        return part;
    }

    private static Schema without(Schema schema, String name) {
        return Schema.createRecord(
                schema.getName(),
                schema.getDoc(),
                schema.getNamespace(),
                false,
                schema.getFields().stream()
                        .filter(field -> !field.name().equals(name))
                        .map(field -> new Schema.Field(field, field.schema()))
                        .toList());
    }
}
