package dev.vigil.systemtests;

import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A frame that was taken ends as recorded, once, or as failed for good; never as both, never as neither. */
final class EveryFrameEndsOnce implements Invariant {
    @Override
    public List<String> violations(Evidence evidence) {
        Map<String, Integer> recorded = new HashMap<>();
        for (FrameRecorded event : evidence.events(Topics.FRAMES_RECORDED)) {
            recorded.merge(name(event.identity()), 1, Integer::sum);
        }
        Map<String, Integer> failed = new HashMap<>();
        for (FrameFailed event : evidence.events(Topics.FRAMES_FAILED)) {
            if (event.isFinal() && event.stage() != Stage.QUICK_LOOK) {
                failed.merge(name(event.identity()), 1, Integer::sum);
            }
        }
        List<String> violations = new ArrayList<>();
        for (FrameAnnounced event : evidence.events(Topics.FRAMES_ANNOUNCED)) {
            if (event.judgement() instanceof Taken) {
                int times = recorded.getOrDefault(name(event.identity()), 0);
                boolean lost = times == 0 && !failed.containsKey(name(event.identity()));
                if (times > 1 || lost) {
                    violations.add(name(event.identity()) + " was recorded " + times + " times and failed "
                            + failed.getOrDefault(name(event.identity()), 0) + " times");
                }
            }
        }
        return violations;
    }

    private static String name(FrameIdentity identity) {
        return identity.frame() + " revision " + identity.revision();
    }
}
