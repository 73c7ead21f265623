package dev.vigil.portal;

import dev.vigil.ledger.ArchivedFile;
import dev.vigil.ledger.MadeFile;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.StoredFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

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
    public List<StoredFile> files(FrameId frame) {
        return Optional.ofNullable(stories.get(frame)).filter(story -> isReachable).stream()
                .flatMap(story -> Stream.concat(
                        story.archived().stream().map(ArchivedFile::archived),
                        story.products().stream().map(MadeFile::file)))
                .toList();
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
