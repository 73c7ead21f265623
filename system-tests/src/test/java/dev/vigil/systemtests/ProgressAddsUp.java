package dev.vigil.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigil.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** In every value that progress ever published, what was seen is the sum of where it stands. */
final class ProgressAddsUp implements Invariant {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public List<String> violations(Evidence evidence) throws Exception {
        List<String> violations = new ArrayList<>();
        for (String text : evidence.texts(Topics.PROGRESS_NIGHTS)) {
            JsonNode night = JSON.readTree(text);
            long sum = Stream.of("recorded", "failed", "waiting", "stalled", "excluded", "onTheWay")
                    .mapToLong(name -> night.path(name).asLong())
                    .sum();
            if (night.path("seen").asLong() != sum) {
                violations.add("seen is not " + sum + " in " + text);
            }
        }
        return violations;
    }
}
