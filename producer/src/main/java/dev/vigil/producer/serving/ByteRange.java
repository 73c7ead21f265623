package dev.vigil.producer.serving;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a file, from start up to end; empty for one that the file does not have. */
record ByteRange(long start, long end) {
    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** The part that a Range header asks for; nothing if it is no single range, and the header is then to be ignored. */
    static Optional<ByteRange> parse(String header, long size) {
        Matcher matcher = FORM.matcher(header.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty()) {
            return last.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ByteRange(Math.max(0, size - Long.parseLong(last)), size));
        }
        long start = Long.parseLong(first);
        long end = last.isEmpty() ? size : Math.min(size, Long.parseLong(last) + 1);
        boolean isBackwards = !last.isEmpty() && Long.parseLong(last) < start;
        return isBackwards ? Optional.empty() : Optional.of(new ByteRange(start, end));
    }

    boolean isEmpty() {
        return start >= end;
    }

    long length() {
        return end - start;
    }

    String contentRange(long size) {
        return "bytes " + start + "-" + (end - 1) + "/" + size;
    }
}
