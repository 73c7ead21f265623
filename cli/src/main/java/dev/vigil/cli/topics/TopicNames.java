package dev.vigil.cli.topics;

import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.util.Iterator;

/** The names of the topics, for completion and help. */
final class TopicNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Topics.ALL.stream().map(Topic::name).iterator();
    }
}
