package dev.vigil.imaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Walks from header to header; what lies between is the caller's, to read or to skip. */
final class HduScanner {
    /** 72,000 cards: more than any telescope writes, little enough to read. */
    private static final int MOST_BLOCKS = 2000;

    private final ByteSource source;
    private byte[] header = new byte[Blocks.SIZE * 4];
    private int headerLength;
    private long position;
    private int index;
    private Trailing trailing = Trailing.NOTHING;

    HduScanner(ByteSource source) {
        this.source = source;
    }

    /** What was found behind the last HDU. */
    enum Trailing {
        NOTHING,
        ZEROS,
        BYTES
    }

    Trailing trailing() {
        return trailing;
    }

    /** The next HDU; nothing at the end of the file, or where no further HDU begins. */
    Optional<Hdu> next() throws IOException, BadFitsException {
        int got = readBlock(0);
        if (index == 0) {
            checkFirstBytes(got);
        } else if (got == 0 || !beginsExtension(got)) {
            trailing = trailingIn(got);
            return Optional.empty();
        }
        headerLength = readToEnd(got);
        Header cards = HeaderParser.parse(header, headerLength);
        position += headerLength;
        Hdu hdu = Structure.of(index, cards).at(position);
        index++;
        return Optional.of(hdu);
    }

    void skipData(Hdu hdu) throws IOException, BadFitsException {
        skipData(hdu, 0);
    }

    /** Skips what is left of the data when somebody else has taken so many bytes from the source. */
    void skipData(Hdu hdu, long taken) throws IOException, BadFitsException {
        source.skip(hdu.end() - hdu.dataOffset() - taken);
        position = hdu.end();
    }

    /** Hands the padded data out in pieces whose length is a multiple of a block, and says how many bytes there were. */
    long readData(Hdu hdu, byte[] buffer, PieceReader reader) throws IOException, BadFitsException {
        long wanted = hdu.end() - hdu.dataOffset();
        long read = 0;
        while (read < wanted) {
            int piece = (int) Math.min(buffer.length, wanted - read);
            int got = source.read(buffer, 0, piece);
            if (got == piece) {
                reader.piece(buffer, piece);
            }
            read += got;
            if (got < piece) {
                break;
            }
        }
        position = hdu.end();
        return read;
    }

    /** Takes a piece of data; the buffer is used again for the next one. */
    interface PieceReader {
        void piece(byte[] buffer, int length);
    }

    /** The bytes of the header that was read last. */
    void addHeaderTo(FitsChecksum sum) {
        sum.add(header, 0, headerLength);
    }

    private int readBlock(int at) throws IOException, BadFitsException {
        if (at + Blocks.SIZE > header.length) {
            header = Arrays.copyOf(header, header.length * 2);
        }
        return source.read(header, at, Blocks.SIZE);
    }

    private int readToEnd(int firstGot) throws IOException, BadFitsException {
        int got = firstGot;
        for (int block = 0; block < MOST_BLOCKS; block++) {
            if (got < Blocks.SIZE) {
                throw BadFitsException.cutShort(
                        "the file ends in the header of HDU " + index + ", before its END card");
            }
            if (hasEnd(block * Blocks.SIZE)) {
                return (block + 1) * Blocks.SIZE;
            }
            got = readBlock((block + 1) * Blocks.SIZE);
        }
        throw new BadFitsException("the header of HDU " + index + " has no END card within " + MOST_BLOCKS + " blocks");
    }

    private boolean hasEnd(int from) {
        for (int at = from; at < from + Blocks.SIZE; at += CardText.CARD) {
            if (HeaderParser.isEnd(header, at)) {
                return true;
            }
        }
        return false;
    }

    private void checkFirstBytes(int got) throws BadFitsException {
        if (got == 0) {
            throw BadFitsException.cutShort("the file is empty");
        }
        if (Blocks.allZero(header, 0, got)) {
            throw BadFitsException.cutShort("the file begins with zeros: space is set aside, nothing is written there");
        }
        if (!begins("SIMPLE  =", got)) {
            throw new BadFitsException("not FITS: the first bytes are '" + firstBytes(got) + "', not SIMPLE");
        }
    }

    private boolean beginsExtension(int got) {
        return begins("XTENSION", got);
    }

    /** Whether the block begins with the word, or with as much of it as there are bytes. */
    private boolean begins(String word, int got) {
        int length = Math.min(got, word.length());
        return new String(header, 0, length, StandardCharsets.ISO_8859_1).equals(word.substring(0, length));
    }

    private String firstBytes(int got) {
        return CardText.printable(new String(header, 0, Math.min(got, 9), StandardCharsets.ISO_8859_1));
    }

    private Trailing trailingIn(int got) {
        if (got == 0) {
            return Trailing.NOTHING;
        }
        return Blocks.allZero(header, 0, got) ? Trailing.ZEROS : Trailing.BYTES;
    }
}
