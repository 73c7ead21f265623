package dev.vigil.reduction.references;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** Writes the stars, cell behind cell, and then what is to be known of them into the room before them. */
final class FileBody implements Spool.EntryReader {
    private static final int BUFFER = 1 << 20;

    private final FileChannel channel;
    private final int order;
    private final ByteBuffer index;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final CRC32C sum = new CRC32C();
    private final Cell cell = new Cell();
    private int number;
    private long stars;
    private long moving;
    private double largestMotion;
    private double brightest = Double.POSITIVE_INFINITY;
    private double faintest = Double.NEGATIVE_INFINITY;

    FileBody(FileChannel channel, int order) throws IOException {
        this.channel = channel;
        this.order = order;
        int bytes = Math.toIntExact((Healpix.cells(order) + 1) * Long.BYTES);
        this.index = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(FileHeader.BYTES + bytes);
    }

    @Override
    public void entry(int finest, byte[] bytes, int at) throws IOException {
        moveTo(finest >> 2 * (ReferenceFileWriter.FINEST_ORDER - order));
        cell.add(bytes, at);
    }

    private void moveTo(int next) throws IOException {
        if (next == number) {
            return;
        }
        write(cell.takeSorted());
        for (; number < next; number++) {
            index.putLong((number + 1) * Long.BYTES, stars);
        }
    }

    private void write(byte[] rows) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(rows).order(ByteOrder.LITTLE_ENDIAN);
        sum.update(rows);
        for (int at = 0; at < rows.length; at += StarRow.BYTES) {
            note(StarRow.read(bytes, at));
        }
        while (bytes.hasRemaining()) {
            int piece = Math.min(bytes.remaining(), buffer.remaining());
            buffer.put(rows, bytes.position(), piece);
            bytes.position(bytes.position() + piece);
            if (!buffer.hasRemaining()) {
                flush();
            }
        }
    }

    private void note(CatalogueStar star) {
        stars++;
        moving += star.isMoving() ? 1 : 0;
        largestMotion = Math.max(largestMotion, star.motion());
        brightest = Math.min(brightest, star.magnitude());
        faintest = Math.max(faintest, star.magnitude());
    }

    private void flush() throws IOException {
        Entries.write(buffer.flip(), channel);
    }

    FileHeader finish(CatalogueFacts facts) throws IOException {
        moveTo((int) Healpix.cells(order));
        flush();
        CRC32C indexSum = new CRC32C();
        indexSum.update(index.array());
        FileHeader header = new FileHeader(
                facts, order, stars, moving, largestMotion, brightest, faintest, (int) indexSum.getValue(), (int)
                        sum.getValue());
        channel.position(0);
        Entries.write(header.bytes(), channel);
        Entries.write(index, channel);
        return header;
    }
}
