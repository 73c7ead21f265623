package dev.vigil.scheduler.state;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Writes a stored value: the number of its form first, then its parts one behind the other. */
final class Packer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(128);

    Packer(int form) {
        out.write(form);
    }

    Packer number(long number) {
        long rest = (number << 1) ^ (number >> 63);
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    Packer flag(boolean flag) {
        out.write(flag ? 1 : 0);
        return this;
    }

    Packer real(double real) {
        out.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(real).array());
        return this;
    }

    Packer bytes(byte[] bytes) {
        number(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    Packer text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Packer constant(Enum<?> constant) {
        return text(constant.name());
    }

    Packer instant(Instant instant) {
        return number(instant.getEpochSecond()).number(instant.getNano());
    }

    <T> Packer perhaps(Optional<T> value, BiConsumer<Packer, T> form) {
        flag(value.isPresent());
        value.ifPresent(present -> form.accept(this, present));
        return this;
    }

    <T> Packer each(List<T> values, BiConsumer<Packer, T> form) {
        number(values.size());
        values.forEach(value -> form.accept(this, value));
        return this;
    }

    byte[] done() {
        return out.toByteArray();
    }
}
