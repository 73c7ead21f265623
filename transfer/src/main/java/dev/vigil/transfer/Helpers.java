package dev.vigil.transfer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens further streams of a content, from one place after the other that has it. */
final class Helpers implements Ahead.Line {
    private final List<Place> places;
    private final Optional<String> tag;
    private final Journal journal;
    private final AtomicInteger turn = new AtomicInteger();

    Helpers(List<Place> places, Optional<String> tag, Journal journal) {
        this.places = new CopyOnWriteArrayList<>(places);
        this.tag = tag;
        this.journal = journal;
    }

    @Override
    public Source.Bytes open(long from, long to) throws IOException, InterruptedException {
        Place place = next();
        try {
            return same(place, from, journal.counted(place.location(), place.open(from, to, tag)));
        } catch (TroubleException refused) {
            places.remove(place);
            journal.refused(place.location(), refused.trouble().said());
            throw new IOException(refused.trouble().said());
        }
    }

    private Place next() throws IOException {
        List<Place> left = List.copyOf(places);
        if (left.isEmpty()) {
            throw new IOException("no place gives another stream");
        }
        return left.get(Math.floorMod(turn.getAndIncrement(), left.size()));
    }

    private Source.Bytes same(Place place, long from, Source.Bytes bytes) throws IOException {
        if (bytes.start() == from && bytes.tag().equals(tag)) {
            return bytes;
        }
        bytes.close();
        places.remove(place);
        journal.refused(place.location(), "it has another content there");
        throw new IOException("another content is at " + place.location() + " now");
    }
}
