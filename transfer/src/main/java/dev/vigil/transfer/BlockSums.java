package dev.vigil.transfer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The digests of a file's blocks as its source gives them, which tell at once which bytes came damaged. */
record BlockSums(List<String> digests) {
    /** Small enough that on a line which damages a byte in a hundred thousand, most blocks come whole. */
    static final int BLOCK = 1 << 16;

    BlockSums {
        digests = List.copyOf(digests);
    }

    /** Reads the lines of a source; the last one is of all the others. */
    static BlockSums parse(byte[] body) throws IOException {
        String text = new String(body, StandardCharsets.US_ASCII);
        int last = text.lastIndexOf('\n', Math.max(0, text.length() - 2)) + 1;
        String blocks = text.substring(0, last);
        if (!text.substring(last).strip().equals(hex(blocks.getBytes(StandardCharsets.US_ASCII), last))) {
            throw new IOException("the sums of the blocks came damaged themselves");
        }
        return new BlockSums(blocks.isEmpty() ? List.of() : Arrays.asList(blocks.split("\n")));
    }

    /** Whether they are of a file of this size. */
    boolean fit(long size) {
        return digests.size() == (size + BLOCK - 1) / BLOCK;
    }

    /** Throws if the first {@code length} bytes are not the block that begins there. */
    void check(long offset, byte[] bytes, int length) throws IOException {
        if (!hex(bytes, length).equals(digests.get((int) (offset / BLOCK)))) {
            throw new IOException("the bytes from " + offset + " on came damaged");
        }
    }

    private static String hex(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
