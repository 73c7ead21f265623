package dev.vigil.cli.requests;

import dev.vigil.cli.command.WrongCallException;
import dev.vigil.cli.topics.Requests;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.Wish;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Requests about lists of frames. */
final class FrameLists {
    /** One request holds no more frames than this, so that none is too large for the broker. */
    private static final int FRAMES_OF_A_REQUEST = 1000;

    private FrameLists() {}

    /** Frames as a user names them. */
    static List<FrameId> ids(Collection<String> named) {
        return named.stream()
                .map(name -> WrongCallException.checked(() -> new FrameId(name)))
                .toList();
    }

    /** One request for each unit, since a unit's requests are read by whoever decides for it, and of no more than is good. */
    static List<Request> requests(Collection<String> ids, String why, Function<List<FrameId>, Wish> wish) {
        return requests(ids, FRAMES_OF_A_REQUEST, why, wish);
    }

    /** The same, with so many frames at most in each. */
    static List<Request> requests(Collection<String> ids, int atMost, String why, Function<List<FrameId>, Wish> wish) {
        Map<String, List<FrameId>> byUnit =
                ids(ids).stream().collect(Collectors.groupingBy(FrameId::unit, TreeMap::new, Collectors.toList()));
        List<Request> requests = new ArrayList<>();
        byUnit.forEach((unit, frames) -> {
            for (int from = 0; from < frames.size(); from += atMost) {
                int end = Math.min(frames.size(), from + atMost);
                requests.add(Requests.of(unit, why, wish.apply(frames.subList(from, end))));
            }
        });
        return requests;
    }
}
