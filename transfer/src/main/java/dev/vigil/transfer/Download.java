package dev.vigil.transfer;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.Draft;
import dev.vigil.common.run.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

/**
 * Copies what is at one location into a draft, and goes on where it was cut. With the sums of its blocks, a block that comes
 * damaged is a cut before that block.
 */
final class Download implements AutoCloseable {
    private static final int BLOCK = 1 << 17;
    private static final int FRUITLESS_TRIES = 4;

    private final Source source;
    private final URI location;
    private final long size;
    private final Shelf.Drafts drafts;
    private final Optional<BlockSums> sums;
    private Draft draft;
    private Optional<String> tag = Optional.empty();

    Download(Source source, URI location, long size, Shelf.Drafts drafts, Optional<BlockSums> sums)
            throws ArchiveException {
        this.source = source;
        this.location = location;
        this.size = size;
        this.drafts = drafts;
        this.sums = sums.filter(all -> all.fit(size));
        this.draft = drafts.begin();
    }

    /** Runs to the end of the file; fails if several tries bring nothing more. */
    Draft toEnd(Pause pause) throws IOException, TroubleException, InterruptedException {
        for (int fruitless = 0; ; ) {
            long before = draft.size();
            try {
                read();
                return draft;
            } catch (ArchiveException e) {
                throw e;
            } catch (IOException cut) {
                fruitless = draft.size() > before ? 0 : fruitless + 1;
                if (fruitless == FRUITLESS_TRIES) {
                    throw cut;
                }
                pause.sleep();
            }
        }
    }

    private void read() throws IOException, TroubleException, InterruptedException {
        try (Source.Bytes bytes = source.open(location, draft.size(), tag)) {
            if (bytes.start() != draft.size()) {
                startOver();
            }
            tag = bytes.tag();
            if (sums.isPresent()) {
                copyChecked(bytes.stream(), sums.get());
            } else {
                copy(bytes.stream());
            }
        }
    }

    private void copyChecked(InputStream stream, BlockSums sums) throws IOException {
        byte[] block = new byte[BlockSums.BLOCK];
        while (draft.size() < size) {
            int wanted = (int) Math.min(block.length, size - draft.size());
            int count = stream.readNBytes(block, 0, wanted);
            if (count < wanted) {
                throw new IOException("the file ended early");
            }
            sums.check(draft.size(), block, count);
            draft.write(block, 0, count);
        }
    }

    private void startOver() throws ArchiveException {
        draft.close();
        draft = drafts.begin();
    }

    /** One byte more than announced is enough to know that this is another file. */
    private void copy(InputStream stream) throws IOException {
        byte[] block = new byte[BLOCK];
        while (draft.size() <= size) {
            int count = stream.read(block);
            if (count < 0) {
                return;
            }
            draft.write(block, 0, count);
        }
    }

    @Override
    public void close() throws ArchiveException {
        draft.close();
    }
}
