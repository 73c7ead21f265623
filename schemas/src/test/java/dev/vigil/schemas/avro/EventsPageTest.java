package dev.vigil.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.topics.Kept;
import dev.vigil.schemas.topics.Spread;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The page docs/events.md is made of the schemas and the topic catalogue, and is never edited by hand. */
class EventsPageTest {
    private static final Path PAGE = Path.of("../docs/events.md");

    /** With {@code -Dvigil.write} the page is written instead of compared. */
    @Test
    void thePageOfEventsIsThatOfTheSchemas() throws IOException {
        String page = page();
        if (System.getProperty("vigil.write") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("write it anew: ./mvnw -pl schemas test -Dtest=EventsPageTest -Dvigil.write")
                .isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Topics and events

                This page is generated from the schemas; do not edit it (`./mvnw -pl schemas test -Dtest=EventsPageTest -Dvigil.write`).

                Values are Avro in Confluent's wire format: a zero byte, the schema's number in four bytes, Avro's binary form.
                The subject of a topic's schema is `<topic>-value`. The progress topics are JSON. Every event carries the headers
                `ce_id`, `ce_source`, `ce_type`, `ce_time`, `ce_subject` (CloudEvents) and `traceparent`; all that happens to one
                frame is one trace. `vigil tail TOPIC` prints any topic as JSON.

                ## Topics

                | topic | value | spread | kept |
                |---|---|---|---|
                """);
        Topics.ALL.forEach(topic -> page.append(row(topic)));
        page.append("\n## Events\n");
        Topics.inAvro().forEach(topic -> page.append(section(Schemas.of(topic.type()))));
        page.append("\n## What they are made of\n");
        Schemas.sorted().values().stream()
                .filter(schema -> Topics.inAvro()
                        .noneMatch(topic -> topic.type().getSimpleName().equals(schema.getName())))
                .forEach(schema -> page.append(schema.getType() == Schema.Type.ENUM ? words(schema) : section(schema)));
        return page.toString();
    }

    private static String row(Topic<?> topic) {
        return "| `%s` | %s | %s | %s |%n"
                .formatted(
                        topic,
                        value(topic),
                        topic.spread() == Spread.BY_UNIT ? "by unit" : "freely",
                        kept(topic.kept()))
                .replace(System.lineSeparator(), "\n");
    }

    private static String value(Topic<?> topic) {
        if (topic.type() == String.class) {
            return "JSON";
        }
        return topic.type() == byte[].class
                ? "original bytes, cause in headers"
                : link(topic.type().getSimpleName());
    }

    private static String kept(Kept kept) {
        if (kept instanceof Kept.For time) {
            return days(time.time());
        }
        return kept instanceof Kept.ForEver ? "for ever" : "the last of each key";
    }

    private static String days(Duration time) {
        return time.toDays() + " days";
    }

    private static String section(Schema schema) {
        StringBuilder section = new StringBuilder("\n### " + schema.getName() + "\n\n" + schema.getDoc() + "\n");
        if (!schema.getFields().isEmpty()) {
            section.append("\n| field | type | |\n|---|---|---|\n");
            schema.getFields()
                    .forEach(field -> section.append(
                            "| `" + field.name() + "` | " + type(field.schema()) + " | " + field.doc() + " |\n"));
        }
        return section.toString();
    }

    private static String words(Schema schema) {
        return "\n### " + schema.getName() + "\n\n" + schema.getDoc() + " One of "
                + schema.getEnumSymbols().stream()
                        .map(symbol -> "`" + symbol + "`")
                        .collect(Collectors.joining(", ")) + ".\n";
    }

    private static String type(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM -> link(schema.getName());
            case ARRAY -> "list of " + type(schema.getElementType());
            case MAP -> "map of " + type(schema.getValueType());
            case UNION -> union(schema);
            default ->
                schema.getLogicalType() == null
                        ? schema.getType().getName()
                        : schema.getLogicalType().getName();
        };
    }

    private static String union(Schema schema) {
        if (schema.isNullable()) {
            return type(schema.getTypes().get(1)) + ", optional";
        }
        return schema.getTypes().stream().map(EventsPageTest::type).collect(Collectors.joining(" or "));
    }

    private static String link(String name) {
        return "[" + name + "](#" + name.toLowerCase(java.util.Locale.ROOT) + ")";
    }
}
