package dev.vigil.reduction.references;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** Rows of a fixed width in a file of any length, mapped in pieces, because one mapping ends at two gigabytes. */
final class Rows {
    private final ByteBuffer[] pieces;
    private final int width;
    private final int perPiece;

    private Rows(ByteBuffer[] pieces, int width, int perPiece) {
        this.pieces = pieces;
        this.width = width;
        this.perPiece = perPiece;
    }

    /** @param pieceBytes about how long a mapping may be; no row lies in two */
    static Rows map(FileChannel channel, long offset, long rows, int width, int pieceBytes) throws IOException {
        int perPiece = Math.max(1, pieceBytes / width);
        ByteBuffer[] pieces = new ByteBuffer[Math.toIntExact((rows + perPiece - 1) / perPiece)];
        for (int i = 0; i < pieces.length; i++) {
            long first = (long) i * perPiece;
            long length = Math.min(perPiece, rows - first) * width;
            MappedByteBuffer piece = channel.map(FileChannel.MapMode.READ_ONLY, offset + first * width, length);
            pieces[i] = piece.order(ByteOrder.LITTLE_ENDIAN);
        }
        return new Rows(pieces, width, perPiece);
    }

    /** CRC-32C of all rows. */
    int sum() {
        CRC32C sum = new CRC32C();
        for (ByteBuffer piece : pieces) {
            sum.update(piece.duplicate());
        }
        return (int) sum.getValue();
    }

    /** The mapping that holds a row. */
    ByteBuffer holding(long row) {
        return pieces[(int) (row / perPiece)];
    }

    /** Where a row begins in its mapping. */
    int at(long row) {
        return (int) (row % perPiece) * width;
    }
}
