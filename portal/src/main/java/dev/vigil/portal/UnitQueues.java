package dev.vigil.portal;

import dev.vigil.common.queues.UnitQueue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stands in the scheduler's queues for longer than a moment, why, and until when: frames that are on the way and do not come nearer. */
final class UnitQueues {
    private UnitQueues() {}

    static Html section(List<UnitQueue> queues) {
        return Html.of(
                "<section id=\"queues\">{}</section>\n",
                Html.join(queues.stream().map(UnitQueues::one).toList()));
    }

    private static Html one(UnitQueue queue) {
        return Html.of(
                """
                <article class="problem onTheWay"><p><span class="badge onTheWay">queued</span> {}: {}{}{}</p></article>
                """,
                queue.unit(),
                queue.words(),
                time("; next at {} UTC", queue.nextAt()),
                time(
                        queue.nextAt().isPresent() ? ", the last about {}" : "; the last about {} UTC",
                        queue.lastAbout()));
    }

    private static Html time(String words, Optional<Instant> at) {
        return Html.of(words, Words.time(at)).when(at.isPresent());
    }
}
