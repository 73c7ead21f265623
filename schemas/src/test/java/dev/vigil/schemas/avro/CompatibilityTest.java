package dev.vigil.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What a release wrote is readable for ever: BACKWARD_TRANSITIVE, as the registry is told too. */
class CompatibilityTest {
    private static final Path RELEASED = Path.of("src/main/resources/dev/vigil/schemas/released");

    @Test
    void todaysSchemasReadWhateverAnyReleaseWrote() {
        List<Schema> released = ReleasedSchemas.all().toList();
        assertThat(released).isNotEmpty();
        for (Schema written : released) {
            Schema reading = Schemas.all().get(written.getName());
            assertThat(reading)
                    .as("the event %s of a release is gone", written.getName())
                    .isNotNull();
            SchemaCompatibility.SchemaPairCompatibility pair =
                    SchemaCompatibility.checkReaderWriterCompatibility(reading, written);
            assertThat(pair.getType()).as(pair.getDescription()).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
        }
    }

    @Test
    void everyEventHasBeenReleasedOnce() {
        assertThat(ReleasedSchemas.all().map(Schema::getName))
                .containsAll(Topics.inAvro()
                        .map(topic -> topic.type().getSimpleName())
                        .toList());
    }

    /** A release writes its schemas down: {@code ./mvnw -pl schemas test -Dtest=CompatibilityTest -Dvigil.release=0.2.0}. */
    @Test
    @EnabledIfSystemProperty(named = "vigil.release", matches = "\\d+\\.\\d+\\.\\d+")
    void aReleaseWritesItsSchemasDown() throws IOException {
        String version = System.getProperty("vigil.release");
        String lines = Topics.inAvro()
                .map(topic -> Schemas.of(topic.type()).toString())
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(RELEASED.resolve(version + ".avsc-lines"), lines);
        String known = Files.readString(RELEASED.resolve("releases.txt"));
        if (known.lines().noneMatch(version::equals)) {
            Files.writeString(RELEASED.resolve("releases.txt"), known + version + "\n");
        }
    }
}
