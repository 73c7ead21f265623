package dev.vigil.portal;

import dev.vigil.ledger.MasterStanding;
import dev.vigil.portal.FrameSource.Answered;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.StoredFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Masters in memory, which can be out of reach. */
final class InMemoryMasters implements MasterSource {
    final Map<String, MasterStory> stories = new ConcurrentSkipListMap<>();
    volatile boolean isReachable = true;

    @Override
    public Optional<List<MasterStanding>> newest(int limit) {
        return isReachable
                ? Optional.of(stories.values().stream()
                        .map(MasterStory::standing)
                        .limit(limit)
                        .toList())
                : Optional.empty();
    }

    @Override
    public List<StoredFile> files(MasterId master) {
        return Optional.ofNullable(stories.get(master.value())).filter(story -> isReachable).stream()
                .flatMap(story -> story.products().stream())
                .map(Product::file)
                .toList();
    }

    @Override
    public Answered<MasterStory> story(MasterId master) {
        if (!isReachable) {
            return new Answered.Unreachable<>();
        }
        return Optional.ofNullable(stories.get(master.value()))
                .<Answered<MasterStory>>map(Answered.Known::new)
                .orElseGet(Answered.Unheard::new);
    }
}
