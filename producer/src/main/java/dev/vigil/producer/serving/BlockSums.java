package dev.vigil.producer.serving;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SHA-256 of each block of a file, for who must know which part of it a bad line has damaged: a line for each block,
 * and in the end one for all the lines before it, since this list too comes over that line.
 */
record BlockSums(int block) {
    private static final Pattern ASKED = Pattern.compile("sums=(\\d{4,8})");

    /** The size of block that a query asks for; nothing if it asks for no sums. */
    static Optional<BlockSums> asked(String query) {
        return Optional.ofNullable(query)
                .map(ASKED::matcher)
                .filter(Matcher::matches)
                .map(asked -> new BlockSums(Integer.parseInt(asked.group(1))));
    }

    byte[] of(FileChannel file) throws IOException {
        MessageDigest digest = sha256();
        ByteBuffer buffer = ByteBuffer.allocate(block);
        StringBuilder lines = new StringBuilder();
        for (long at = 0; at < file.size(); at += block) {
            fill(buffer.clear(), file, at);
            digest.update(buffer.flip());
            lines.append(HexFormat.of().formatHex(digest.digest())).append('\n');
        }
        byte[] all = lines.toString().getBytes(StandardCharsets.US_ASCII);
        String last = HexFormat.of().formatHex(digest.digest(all)) + "\n";
        return (lines + last).getBytes(StandardCharsets.US_ASCII);
    }

    private static void fill(ByteBuffer buffer, FileChannel file, long start) throws IOException {
        long at = start;
        while (buffer.hasRemaining()) {
            int read = file.read(buffer, at);
            if (read < 0) {
                return;
            }
            at += read;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
