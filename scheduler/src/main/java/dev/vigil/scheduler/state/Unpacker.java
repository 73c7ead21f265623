package dev.vigil.scheduler.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a {@link Packer} wrote, in the same order. */
final class Unpacker {
    private final ByteBuffer in;

    Unpacker(byte[] bytes, int form) {
        in = ByteBuffer.wrap(bytes);
        int found = in.get();
        if (found != form) {
            throw new IllegalStateException("a stored value has form " + found + ", and this version reads form " + form
                    + ": reset the scheduler's stores with kafka-streams-application-reset");
        }
    }

    /** Whether anything is left: what a later version added stands at the end. */
    boolean hasMore() {
        return in.hasRemaining();
    }

    long number() {
        long rest = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            rest |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return (rest >>> 1) ^ -(rest & 1);
    }

    int count() {
        return Math.toIntExact(number());
    }

    boolean flag() {
        return in.get() != 0;
    }

    double real() {
        return in.getDouble();
    }

    byte[] bytes() {
        byte[] bytes = new byte[count()];
        in.get(bytes);
        return bytes;
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    Instant instant() {
        return Instant.ofEpochSecond(number(), number());
    }

    <T> Optional<T> perhaps(Function<Unpacker, T> form) {
        return flag() ? Optional.of(form.apply(this)) : Optional.empty();
    }

    <T> List<T> each(Function<Unpacker, T> form) {
        int size = count();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(form.apply(this));
        }
        return values;
    }
}
