package dev.vigil.imaging;

import java.io.IOException;

/** Turns the data of an HDU into the bytes of a FITS data unit. */
final class DataWriter {
    private final BlockBuffer out;

    private DataWriter(BlockBuffer out) {
        this.out = out;
    }

    /** Hands the padded data unit out in pieces; the same pieces every time. */
    static void write(OutputHdu hdu, BlockBuffer.Sink sink) throws IOException {
        DataWriter writer = new DataWriter(new BlockBuffer(sink));
        if (hdu instanceof OutputHdu.Floats floats) {
            writer.floats(floats.image().pixels(), floats.type());
        } else if (hdu instanceof OutputHdu.Integers integers) {
            writer.integers(integers.pixels(), integers.type());
        } else if (hdu instanceof OutputHdu.Table table) {
            writer.table(table);
        }
        writer.out.finish();
    }

    private void floats(float[] pixels, PixelType type) throws IOException {
        if (type == PixelType.FLOAT_32) {
            out.putFloats(pixels);
            return;
        }
        for (float pixel : pixels) {
            if (Float.isNaN(pixel)) {
                throw new IllegalArgumentException("a pixel that is not a number cannot be stored as " + type);
            }
            put(type.clip(Math.round((double) pixel)), type);
        }
    }

    private void integers(int[] pixels, PixelType type) throws IOException {
        for (int pixel : pixels) {
            if (type.clip(pixel) != pixel) {
                throw new IllegalArgumentException(pixel + " cannot be stored as " + type);
            }
            put(pixel, type);
        }
    }

    private void put(long value, PixelType type) throws IOException {
        int stored = (int) (value - type.zero());
        switch (type.bytes()) {
            case 1 -> out.putByte(stored);
            case 2 -> out.putShort(stored);
            default -> out.putInt(stored);
        }
    }

    private void table(OutputHdu.Table table) throws IOException {
        for (int row = 0; row < table.rows(); row++) {
            for (OutputHdu.Column column : table.columns()) {
                cell(column, row);
            }
        }
    }

    private void cell(OutputHdu.Column column, int row) throws IOException {
        if (column instanceof OutputHdu.Doubles doubles) {
            for (int i = row * doubles.length(); i < (row + 1) * doubles.length(); i++) {
                out.putLong(Double.doubleToLongBits(doubles.values()[i]));
            }
        } else if (column instanceof OutputHdu.Longs longs) {
            out.putLong(longs.values()[row]);
        } else if (column instanceof OutputHdu.Texts texts) {
            String padded = CardWriter.pad(texts.values().get(row), texts.bytes());
            for (int i = 0; i < padded.length(); i++) {
                out.putByte(padded.charAt(i));
            }
        }
    }
}
