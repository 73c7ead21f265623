package dev.vigil.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigil.schemas.events.Whole;
import java.time.Duration;

/** How the numbers that belong together stand among the members of a JSON object. */
final class WholeForm {
    private WholeForm() {}

    static void write(Whole whole, ObjectNode into) {
        into.put("first", whole.first())
                .put("last", whole.last())
                .put("quietMillis", whole.quiet().toMillis());
    }

    static Whole read(JsonNode node) {
        return new Whole(
                node.path("first").asLong(),
                node.path("last").asLong(),
                Duration.ofMillis(node.path("quietMillis").asLong()));
    }
}
