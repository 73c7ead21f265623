package dev.vigil.reduction.references;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Rows that are put in the order of their cells, however many there are: what fits into memory is sorted and written to a
 * file, and the files are read side by side. Rows of one cell come back in the order in which they were added.
 */
final class Spool implements Closeable {
    /** The cell, and behind it the row. */
    static final int ENTRY = Integer.BYTES + StarRow.BYTES;

    private static final int LOWER_HALF = 32;
    private static final int AT_FIRST = 1 << 10;

    private final Path folder;
    private final int inMemory;
    private ByteBuffer rows;
    private long[] order;
    private final List<FileChannel> sorted = new ArrayList<>();
    private int held;

    /** @param inMemory how many rows are sorted at once */
    Spool(Path folder, int inMemory) {
        this.folder = folder;
        this.inMemory = inMemory;
        this.order = new long[Math.min(inMemory, AT_FIRST)];
        this.rows = room(order.length);
    }

    private static ByteBuffer room(int rows) {
        return ByteBuffer.allocate(Math.multiplyExact(rows, StarRow.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    }

    void add(int cell, CatalogueStar star) throws IOException {
        if (held == inMemory) {
            writeSorted();
        } else if (held == order.length) {
            grow();
        }
        StarRow.write(star, rows, held * StarRow.BYTES);
        order[held] = (long) cell << LOWER_HALF | held;
        held++;
    }

    /** A small catalogue takes little memory. */
    private void grow() {
        int larger = Math.min(inMemory, 2 * held);
        order = Arrays.copyOf(order, larger);
        rows = room(larger).put(0, rows, 0, held * StarRow.BYTES);
    }

    private void writeSorted() throws IOException {
        Arrays.parallelSort(order, 0, held);
        Path file = folder.resolve("sorted-" + sorted.size());
        FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        sorted.add(channel);
        ByteBuffer out = Entries.buffer(Math.max(1, held));
        for (int i = 0; i < held; i++) {
            if (!out.hasRemaining()) {
                Entries.write(out.flip(), channel);
            }
            out.putInt((int) (order[i] >> LOWER_HALF));
            out.put(rows.array(), (int) order[i] * StarRow.BYTES, StarRow.BYTES);
        }
        Entries.write(out.flip(), channel);
        held = 0;
    }

    /** Hands out all rows, cell by cell. */
    void read(EntryReader reader) throws IOException {
        writeSorted();
        int entries = Math.max(1, inMemory / sorted.size());
        PriorityQueue<Entries> heads = new PriorityQueue<>();
        for (int i = 0; i < sorted.size(); i++) {
            Entries file = new Entries(sorted.get(i), i, entries);
            if (file.advance()) {
                heads.add(file);
            }
        }
        while (!heads.isEmpty()) {
            Entries next = heads.poll();
            reader.entry(next.cell(), next.bytes(), next.at());
            if (next.advance()) {
                heads.add(next);
            }
        }
    }

    /** Takes a row that begins at a place among bytes, which are used again afterwards. */
    interface EntryReader {
        void entry(int cell, byte[] bytes, int at) throws IOException;
    }

    @Override
    public void close() throws IOException {
        for (FileChannel channel : sorted) {
            channel.close();
        }
    }
}
