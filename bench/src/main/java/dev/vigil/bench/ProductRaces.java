package dev.vigil.bench;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.ImageReader;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import dev.vigil.imaging.TileForm;
import dev.vigil.imaging.Unpack;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writing what became of a frame: single-precision pixels in tiles, from memory to a file, and reading them again. */
record ProductRaces(Path folder, OutputHdu image, OutputHdu sources, Path plain) {
    private static final String DIGEST = "0".repeat(64);
    private static final int SOURCES = 5000;
    private static final int COLUMNS = 25;

    static List<Race> over(Path frame) throws IOException, BadFitsException {
        Image pixels = Raised.of(frame);
        OutputHdu image =
                OutputHdu.image(Header.builder().put("EXTNAME", "SCI", "").build(), pixels, PixelType.FLOAT_32);
        Path plain = frame.resolveSibling("product.fits");
        Files.deleteIfExists(plain);
        FitsWriter.write(plain, List.of(image));
        ProductRaces races = new ProductRaces(frame.getParent(), image, table(), plain);
        return List.of(
                races.writing("q4: write image and sources", TileForm.quantised(4, DIGEST), "fpack", "-q", "4"),
                races.reading(),
                races.writing("lossless: write image and sources", TileForm.LOSSLESS, "fpack", "-g2", "-q", "0"));
    }

    private static OutputHdu table() {
        List<OutputHdu.Column> columns = java.util.stream.IntStream.range(0, COLUMNS)
                .mapToObj(column -> OutputHdu.Column.doubles("C" + column, "", numbers(column)))
                .toList();
        return OutputHdu.table(Header.builder().put("EXTNAME", "CATALOG", "").build(), columns);
    }

    private static double[] numbers(int column) {
        return new java.util.Random(column).doubles(SOURCES).toArray();
    }

    private Race writing(String what, TileForm form, String... program) {
        Path target = plain.resolveSibling(plain.getFileName() + ".fz");
        String[] command = java.util.Arrays.copyOf(program, program.length + 1);
        command[program.length] = plain.toString();
        return new Race(
                what,
                Optional.of(target),
                Contestant.here(() -> write(target, form)),
                Contestant.program(command),
                Optional.empty());
    }

    private void write(Path target, TileForm form) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            FitsWriter.write(out, List.of(OutputHdu.empty(Header.EMPTY), OutputHdu.packed(image, form), sources));
        }
    }

    private Race reading() throws IOException {
        Path packed = folder.resolve("q4.fits.fz");
        write(packed, TileForm.quantised(4, DIGEST));
        Path target = folder.resolve("q4.fits");
        return new Race(
                "q4: unpack",
                Optional.of(target),
                Contestant.here(() -> Unpack.toPlain(packed, target)),
                Contestant.program("funpack", "-O", target.toString(), packed.toString()),
                Optional.empty());
    }

    /** The pixels of a frame as they are after arithmetic: no whole numbers any more. */
    private static final class Raised {
        static Image of(Path frame) throws IOException, BadFitsException {
            try (ImageReader reader = ImageReader.open(frame)) {
                Image image = reader.read(0);
                java.util.Random random = new java.util.Random(1);
                for (int i = 0; i < image.pixels().length; i++) {
                    image.pixels()[i] = 1.5f * (image.pixels()[i] + random.nextFloat() - 0.5f) / 0.97f;
                }
                return image;
            }
        }
    }
}
