package dev.vigil.common.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.common.registry.BundledRegistry;
import dev.vigil.common.registry.SchemaRegistry;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.events.BuildMasters;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.topics.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class WireFormatTest {
    private static final Request REQUEST = new Request(
            "r1",
            "7DT05",
            Instant.parse("2026-11-20T03:15:02Z"),
            "observer",
            "late flats",
            new BuildMasters(LocalDate.of(2026, 11, 19)));

    @Test
    void theBytesAreThoseOfConfluentsFormat() throws Exception {
        byte[] bytes = new WireFormat(numbered(258)).encode(Topics.REQUESTS, REQUEST);
        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("00" + "00000102" // zero, and the schema's number in four bytes
                        + "04" + hex("r1")
                        + "0a" + hex("7DT05")
                        + "80e6e5e594abb006" // microseconds since 1970
                        + "10" + hex("observer")
                        + "14" + hex("late flats")
                        + "02" // the second wish of the union
                        + "d0c402"); // days since 1970
    }

    @Test
    void whatWasWrittenIsReadAgain() throws Exception {
        WireFormat format = new WireFormat(new BundledRegistry());
        assertThat(format.decode(Topics.REQUESTS, format.encode(Topics.REQUESTS, REQUEST)))
                .isEqualTo(REQUEST);
    }

    @Test
    void aForeignMagicByteIsUndecodable() {
        assertUndecodable(new byte[] {42, 0, 0, 0, 1, 2, 3}, "begins with the byte 42 instead of 0");
    }

    @Test
    void aSchemaThatNobodyKnowsIsUndecodable() {
        assertUndecodable(new byte[] {0, 0, 0, 0, 1, 2, 3}, "names schema 1, which the registry does not know");
    }

    @Test
    void nothingAtAllIsUndecodable() {
        assertUndecodable(null, "too short");
        assertUndecodable(new byte[] {0, 0}, "too short");
    }

    private static void assertUndecodable(byte[] bytes, String why) {
        WireFormat format = new WireFormat(new BundledRegistry());
        assertThatThrownBy(() -> format.decode(Topics.REQUESTS, bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("requests")
                .hasMessageContaining(why);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static SchemaRegistry numbered(int id) {
        return new SchemaRegistry() {
            @Override
            public int idOf(String subject, Schema schema) {
                return id;
            }

            @Override
            public Optional<Schema> schemaOf(int number) {
                return Optional.empty();
            }
        };
    }
}
