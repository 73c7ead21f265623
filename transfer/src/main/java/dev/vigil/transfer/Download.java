package dev.vigil.transfer;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Draft;
import dev.vigil.common.run.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies a file into a draft, and goes on where it was cut: from the same place, or from another if that brings nothing more.
 * With the sums of its blocks, a block that comes damaged is a cut before that block. On a line that is slow for one stream,
 * others fetch what lies ahead of it.
 */
final class Download implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Download.class);
    private static final int BLOCK = 2 * BlockSums.BLOCK;
    private static final int MOST_STARTS = 8;
    private static final int FRUITLESS_TRIES = 4;
    private static final int FRUITLESS_TRIES_IF_THERE_ARE_OTHERS = 2;

    private final List<Place> places;
    private final Shelf.Drafts drafts;
    private final Optional<BlockSums> sums;
    private final Terms terms;
    private final long began = System.nanoTime();
    private Draft draft;
    private Place place;
    private Place firstOf;
    private Source toldBy;
    private Optional<String> tag = Optional.empty();
    private Optional<Ahead> ahead = Optional.empty();
    private boolean isAlone;
    private int startedOver;

    /**
     * What a download is told.
     *
     * @param size bytes, as announced; what is packed has fewer
     * @param streams when more than one are worth it
     * @param most how many they may be for this file
     * @param pauses how long a cut stream waits
     * @param journal where it is noted who brought what
     * @param reach where it is noted for other files who does not answer
     */
    record Terms(long size, Streams streams, int most, Supplier<Pause> pauses, Journal journal, Reach reach) {}

    /**
     * Begins a draft.
     *
     * @param places where it is offered, in the same form everywhere
     */
    Download(List<Place> places, Shelf.Drafts drafts, Optional<BlockSums> sums, Terms terms) throws ArchiveException {
        this.places = List.copyOf(places);
        this.drafts = drafts;
        this.sums = sums.filter(all -> all.fit(terms.size()));
        this.terms = terms;
        this.isAlone = terms.most() == 1;
        this.place = places.get(0);
        this.firstOf = place;
        this.toldBy = place.source();
        this.draft = drafts.begin();
    }

    /** All of a packed form, in a temporary file. */
    static ScratchFile scratch(List<Place> places, ArchiveKey key, Terms terms)
            throws ArchiveException, TroubleException, InterruptedException {
        Download download = new Download(places, () -> new ScratchFile(key), Optional.empty(), terms);
        try {
            return (ScratchFile) download.toEnd();
        } catch (ArchiveException | TroubleException | InterruptedException e) {
            download.close();
            throw e;
        }
    }

    /** Runs to the end of the file; fails if no place brings more of it. */
    Draft toEnd() throws ArchiveException, TroubleException, InterruptedException {
        long before;
        Optional<Trouble> trouble;
        do {
            before = draft.size();
            trouble = round();
        } while (trouble.isPresent() && draft.size() > before);
        if (trouble.isPresent()) {
            throw new TroubleException(trouble.get());
        }
        forgetAhead();
        return draft;
    }

    /** The places from which none of the draft came, or from which not all of it did, but for those that were tried before. */
    List<Place> untried() {
        int now = places.indexOf(place);
        return places.subList(Math.max(1, place.equals(firstOf) ? now + 1 : now), places.size());
    }

    /** Asks one place after the other until one has come to the end; otherwise says what is wrong with them. */
    private Optional<Trouble> round() throws ArchiveException, InterruptedException {
        Optional<Trouble> trouble = Optional.empty();
        for (Place next : places) {
            place = next;
            Optional<Trouble> found = triedHere();
            if (found.isEmpty()) {
                return found;
            }
            terms.journal().left(place.location(), found.get().said());
            trouble = trouble.map(before -> before.and(found.get())).or(() -> found);
        }
        return trouble;
    }

    private Optional<Trouble> triedHere() throws ArchiveException, InterruptedException {
        try {
            untilTheEnd();
            return Optional.empty();
        } catch (TroubleException refused) {
            return Optional.of(refused.trouble());
        } catch (ArchiveException e) {
            throw e;
        } catch (IOException cut) {
            terms.reach().wasSilent(place.location());
            return Optional.of(place.failing(cut));
        }
    }

    private void untilTheEnd() throws IOException, TroubleException, InterruptedException {
        Pause pause = terms.pauses().get();
        int tries = places.size() > 1 ? FRUITLESS_TRIES_IF_THERE_ARE_OTHERS : FRUITLESS_TRIES;
        for (boolean isEnd = false; !isEnd; ) {
            long before = draft.size();
            try {
                isEnd = read();
            } catch (ArchiveException e) {
                throw e;
            } catch (IOException cut) {
                boolean brought = draft.size() > before;
                tries -= brought ? 0 : 1;
                if (tries == 0) {
                    throw cut;
                }
                if (brought) {
                    pause.reset();
                }
                pause.sleep();
            }
        }
    }

    /** Whether that was the end of it. */
    private boolean read() throws IOException, TroubleException, InterruptedException {
        if (ahead.isPresent() && ahead.get().into(draft)) {
            return true;
        }
        try (Source.Bytes bytes = terms.journal().counted(place.location(), place.open(draft.size(), tagHere()))) {
            if (bytes.start() != draft.size()) {
                startOver();
            }
            if (draft.size() == 0) {
                firstOf = place;
            }
            tag = bytes.tag();
            toldBy = place.source();
            copy(bytes);
        }
        return ahead.isEmpty();
    }

    /** What one kind of source calls a content says nothing to another; then the digest has to tell in the end. */
    private Optional<String> tagHere() {
        return tag.filter(any -> place.source().equals(toldBy));
    }

    /** What is another content now, or cannot be had in parts, is nothing to share. */
    private void startOver() throws IOException {
        if (++startedOver > MOST_STARTS) {
            throw new IOException("it begins anew again and again");
        }
        forgetAhead();
        isAlone = true;
        draft.close();
        draft = drafts.begin();
    }

    private void copy(Source.Bytes bytes) throws IOException {
        byte[] block = new byte[sums.isPresent() ? BlockSums.BLOCK : BLOCK];
        for (int wanted = wanted(block); wanted > 0; wanted = wanted(block)) {
            int count = sums.isPresent()
                    ? checked(bytes.stream(), block, wanted)
                    : bytes.stream().read(block, 0, wanted);
            if (count < 0) {
                checkEnd();
                return;
            }
            draft.write(block, 0, count);
            ahead.ifPresent(others -> others.came(count));
            getHelp(bytes);
        }
    }

    /** One byte more than announced is enough to know that this is another file. */
    private int wanted(byte[] block) {
        long size = sums.isPresent() ? terms.size() : terms.size() + 1;
        long limit = ahead.map(Ahead::limit).orElse(size);
        return (int) Math.min(block.length, limit - draft.size());
    }

    private int checked(InputStream stream, byte[] block, int wanted) throws IOException {
        int count = stream.readNBytes(block, 0, wanted);
        if (count < wanted) {
            throw new IOException("the file ended early");
        }
        sums.orElseThrow().check(draft.size(), block, count);
        return count;
    }

    /** Alone, a file that ends early is another file; its digest will tell. */
    private void checkEnd() throws IOException {
        if (ahead.isPresent()) {
            throw new IOException("the stream ended early");
        }
    }

    /** Only of what says which content it is can parts be fetched beside each other. */
    private void getHelp(Source.Bytes bytes) {
        boolean canBeShared = !isAlone
                && ahead.isEmpty()
                && bytes.tag().isPresent()
                && bytes.size().orElse(Long.MAX_VALUE) <= terms.size();
        if (canBeShared) {
            long end = bytes.size().getAsLong();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            if (terms.streams().areWorthIt(took, draft.size(), end - draft.size())) {
                ahead = started(new Stretches(draft.size(), end));
                isAlone = ahead.isEmpty();
            }
        }
    }

    private Optional<Ahead> started(Stretches stretches) {
        try {
            List<Place> able =
                    places.stream().filter(each -> each.source().equals(toldBy)).toList();
            Ahead.Line line = new Helpers(able, tag, terms.journal());
            return Optional.of(Ahead.start(line, sums, terms.pauses(), stretches, terms.most() - 1));
        } catch (IOException e) {
            LOG.warn(
                    "{} comes over one stream, for there is no scratch file for others: {}; see java.io.tmpdir",
                    draft.key(),
                    e.toString());
            return Optional.empty();
        }
    }

    private void forgetAhead() {
        ahead.ifPresent(Ahead::close);
        ahead = Optional.empty();
    }

    @Override
    public void close() throws ArchiveException {
        forgetAhead();
        draft.close();
    }
}
