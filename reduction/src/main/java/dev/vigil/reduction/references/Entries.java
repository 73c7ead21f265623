package dev.vigil.reduction.references;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** One sorted file of a {@link Spool}, read from front to back; files are compared by the cell that comes next in them. */
final class Entries implements Comparable<Entries> {
    private static final int MOST_BUFFERED = 1 << 15;

    private final FileChannel channel;
    private final int number;
    private final ByteBuffer buffer;
    private long position;

    Entries(FileChannel channel, int number, int buffered) {
        this.channel = channel;
        this.number = number;
        this.buffer = buffer(buffered).limit(0);
    }

    static ByteBuffer buffer(int entries) {
        int bytes = Math.min(entries, MOST_BUFFERED) * Spool.ENTRY;
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static void write(ByteBuffer filled, FileChannel channel) throws IOException {
        while (filled.hasRemaining()) {
            channel.write(filled);
        }
        filled.clear();
    }

    /** Moves to the next row, and says whether there is one. */
    boolean advance() throws IOException {
        if (buffer.remaining() > Spool.ENTRY) {
            buffer.position(buffer.position() + Spool.ENTRY);
            return true;
        }
        buffer.clear();
        while (buffer.hasRemaining() && position < channel.size()) {
            position += channel.read(buffer, position);
        }
        buffer.flip();
        return buffer.hasRemaining();
    }

    int cell() {
        return buffer.getInt(buffer.position());
    }

    byte[] bytes() {
        return buffer.array();
    }

    /** Where the row begins among the bytes. */
    int at() {
        return buffer.position() + Integer.BYTES;
    }

    @Override
    public int compareTo(Entries other) {
        int byCell = Integer.compare(cell(), other.cell());
        return byCell == 0 ? Integer.compare(number, other.number) : byCell;
    }
}
