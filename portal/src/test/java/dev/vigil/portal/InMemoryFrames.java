package dev.vigil.portal;

import dev.vigil.schemas.events.FrameId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A ledger in memory, which can be out of reach. */
final class InMemoryFrames implements FrameSource {
    final Map<NightKey, NightFrames> nights = new ConcurrentHashMap<>();
    final Map<FrameId, FrameStory> stories = new ConcurrentHashMap<>();
    volatile boolean isReachable = true;

    @Override
    public Optional<NightFrames> night(NightKey key) {
        return isReachable ? Optional.of(nights.getOrDefault(key, NightFrames.NONE)) : Optional.empty();
    }

    @Override
    public Answered<FrameStory> story(FrameId frame) {
        if (!isReachable) {
            return new Answered.Unreachable<>();
        }
        return Optional.ofNullable(stories.get(frame))
                .<Answered<FrameStory>>map(Answered.Known::new)
                .orElseGet(Answered.Unheard::new);
    }
}
