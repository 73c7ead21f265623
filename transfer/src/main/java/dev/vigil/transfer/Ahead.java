package dev.vigil.transfer;

import dev.vigil.archive.Draft;
import dev.vigil.common.run.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What further streams fetch of a file while the first one, which writes the draft, has not come so far yet. It lies in a
 * scratch file: a draft is written from its beginning to its end, and memory would not do.
 */
final class Ahead implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ahead.class);
    private static final int BLOCK = 2 * BlockSums.BLOCK;
    private static final int FRUITLESS_TRIES = 2;

    private final Line line;
    private final Optional<BlockSums> sums;
    private final Supplier<Pause> pauses;
    private final Stretches stretches;
    private final FileChannel scratch;
    private final List<Thread> threads = new ArrayList<>();
    private final Set<Source.Bytes> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private Optional<Stretches.Stretch> mine;

    /** Opens a stream of the same content as the first one's. */
    interface Line {
        Source.Bytes open(long from, long to) throws IOException, InterruptedException;
    }

    private Ahead(
            Line line, Optional<BlockSums> sums, Supplier<Pause> pauses, Stretches stretches, FileChannel scratch) {
        this.line = line;
        this.sums = sums;
        this.pauses = pauses;
        this.stretches = stretches;
        this.scratch = scratch;
        this.mine = Optional.of(stretches.first());
    }

    /** Starts them. */
    static Ahead start(Line line, Optional<BlockSums> sums, Supplier<Pause> pauses, Stretches stretches, int streams)
            throws IOException {
        Ahead ahead = new Ahead(line, sums, pauses, stretches, scratch());
        for (int i = 0; i < streams; i++) {
            ahead.startStream();
        }
        return ahead;
    }

    private static FileChannel scratch() throws IOException {
        return FileChannel.open(
                Files.createTempFile(ScratchFile.PREFIX, ".ahead"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    private void startStream() {
        Thread thread = new Thread(this::work, "transfer-stream");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /** Up to where the first stream has to go; nearer than before when others took over a part of it. */
    long limit() {
        return mine.map(stretches::end).orElseThrow();
    }

    /** Tells what the first stream has written. */
    void came(int bytes) {
        mine.ifPresent(own -> stretches.came(own, bytes));
    }

    /**
     * Writes what lies here behind what the draft has, until that is all of the file, which it says, or until the next byte is
     * one that nobody fetches: then the first stream has to.
     */
    boolean into(Draft draft) throws IOException, InterruptedException {
        if (mine.isPresent() && stretches.at(mine.get()) < limit()) {
            return false;
        }
        if (mine.isPresent()) {
            mine = Optional.empty();
            startStream();
        }
        while (draft.size() < stretches.end()) {
            long there = stretches.awaited(draft.size());
            if (there == 0) {
                mine = Optional.of(stretches.take(draft.size()));
                return false;
            }
            copy(draft, there);
        }
        return true;
    }

    private void copy(Draft draft, long count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BLOCK);
        for (long left = count; left > 0; left -= buffer.limit()) {
            buffer.clear().limit((int) Math.min(BLOCK, left));
            while (buffer.hasRemaining()) {
                if (scratch.read(buffer, draft.size() + buffer.position()) < 0) {
                    throw new IOException("the scratch file has lost what was written to it");
                }
            }
            draft.write(buffer.array(), 0, buffer.limit());
        }
    }

    private void work() {
        try {
            Optional<Stretches.Stretch> next = stretches.another();
            while (next.isPresent() && fetched(next.get())) {
                next = stretches.another();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** What one stream gives up is left to the others, and in the end to the first, which says what is wrong. */
    private boolean fetched(Stretches.Stretch stretch) throws InterruptedException {
        boolean done = false;
        try {
            done = toEnd(stretch);
        } finally {
            if (!done) {
                stretches.leave(stretch);
            }
        }
        return done;
    }

    private boolean toEnd(Stretches.Stretch stretch) throws InterruptedException {
        Pause pause = pauses.get();
        for (int fruitless = 0; fruitless < FRUITLESS_TRIES && !closed; ) {
            long before = stretches.at(stretch);
            try {
                read(stretch);
                return true;
            } catch (IOException cut) {
                LOG.debug("a further stream is cut: {}", cut.toString());
                boolean brought = stretches.at(stretch) > before;
                fruitless = brought ? 0 : fruitless + 1;
                if (brought) {
                    pause.reset();
                }
                pause.sleep();
            }
        }
        return false;
    }

    private void read(Stretches.Stretch stretch) throws IOException, InterruptedException {
        try (Source.Bytes bytes = line.open(stretches.at(stretch), stretches.end(stretch))) {
            open.add(bytes);
            try {
                copy(bytes.stream(), stretch);
            } finally {
                open.remove(bytes);
            }
        }
    }

    private void copy(InputStream stream, Stretches.Stretch stretch) throws IOException {
        byte[] block = new byte[sums.isPresent() ? BlockSums.BLOCK : BLOCK];
        for (long at = stretches.at(stretch); at < stretches.end(stretch); at = stretches.at(stretch)) {
            int wanted = (int) Math.min(block.length, stretches.end(stretch) - at);
            int count = sums.isPresent() ? stream.readNBytes(block, 0, wanted) : stream.read(block, 0, wanted);
            if (closed || count <= 0 || sums.isPresent() && count < wanted) {
                throw new IOException("the stream ended early");
            }
            if (sums.isPresent()) {
                sums.get().check(at, block, count);
            }
            write(block, count, at);
            stretches.came(stretch, count);
        }
    }

    private void write(byte[] block, int count, long at) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(block, 0, count);
        while (buffer.hasRemaining()) {
            scratch.write(buffer, at + buffer.position());
        }
    }

    /** Ends the streams, and forgets what they brought. */
    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
        open.forEach(Ahead::close);
        try {
            scratch.close();
        } catch (IOException e) {
            LOG.warn("a scratch file stays behind: {}", e.getMessage());
        }
    }

    private static void close(Source.Bytes bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            LOG.debug("a stream did not close: {}", e.toString());
        }
    }
}
