package dev.vigil.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Turns the rows of an image into the streams of a table of tiles. */
interface RowPacker {
    /** Bytes of a row of the table. */
    int tableBytes();

    /** Appends a row's stream to the heap, and what the table says of it to the table. */
    void pack(byte[] piece, int at, int row, ByteBuffer table, SummingWriter heap) throws IOException;

    /** What the header has to say of the table, once all rows are packed. */
    PackedHeader.Table table(int rows, long heapBytes);
}
