package dev.vigil.bench;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.Digests;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.ImageReader;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.pictures.Preview;
import dev.vigil.reduction.Imaging;
import dev.vigil.reduction.QuickLook;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.FitsRows;
import dev.vigil.reduction.pixels.RawRows;
import dev.vigil.reduction.products.ProductStory;
import dev.vigil.reduction.products.ReducedDetector;
import dev.vigil.reduction.products.ReducedFrame;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.reduction.recipes.Reduced;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a plain script would do with a night: one file after the other, the same arithmetic and the same products, and
 * nothing else. It proves nothing, tries nothing again, and forgets what it did if it is killed.
 */
final class PlainLoop {
    private static final int PREVIEW = 1024;
    private static final int THUMBNAIL = 256;
    private static final int BUFFER = 1 << 16;

    private final Path archive;
    private final Path products;
    private final PlainMasters masters = new PlainMasters();

    PlainLoop(Path archive, Path products) throws IOException {
        this.archive = Files.createDirectories(archive);
        this.products = Files.createDirectories(products);
    }

    /** Carries one file from where it lies to its row. */
    PlainRow carry(Path file) throws IOException, BadFitsException {
        String digest = Digests.sha256(file);
        Path archived = copy(file);
        try (ImageReader reader = ImageReader.open(archived)) {
            PlainFrame frame = PlainFrame.of(archived, reader.file().primary().header());
            OptionalInt sources = frame.isScience() ? OptionalInt.of(reduce(frame, reader)) : noted(frame);
            return new PlainRow(
                    file.getFileName().toString(),
                    frame.type(),
                    digest,
                    Files.size(archived),
                    archived.toString(),
                    sources);
        }
    }

    private OptionalInt noted(PlainFrame frame) {
        masters.add(frame);
        return OptionalInt.empty();
    }

    /** A copy that is there even if the power fails. */
    private Path copy(Path file) throws IOException {
        Path target = archive.resolve(file.getFileName().toString());
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            long size = from.size();
            for (long at = 0; at < size; ) {
                at += from.transferTo(at, size - at, to);
            }
            to.force(true);
        }
        return target;
    }

    private int reduce(PlainFrame frame, ImageReader reader) throws IOException, BadFitsException {
        look(frame, reader);
        Recipe recipe = PlainMasters.done(Imaging.science(
                frame.detector(),
                masters.all(),
                frame.exposure(),
                EnumSet.noneOf(dev.vigil.reduction.masters.MasterKind.class)));
        Reduced reduced = PlainMasters.done(recipe.reduce(FitsRows.of(reader, 0)));
        Header raw = reader.file().primary().header();
        ReducedFrame product = new ReducedFrame(
                story(frame), raw, List.of(new ReducedDetector(frame.detector(), raw, recipe, reduced)), Map.of());
        write(products.resolve(frame.stem() + ".fits"), product.hdus());
        return reduced.measurement().sources();
    }

    private void look(PlainFrame frame, ImageReader reader) throws IOException, BadFitsException {
        Size size = FitsRows.of(reader, 0).size();
        RawRows raw = RawRows.of(size, reader.read(0).pixels());
        QuickLook.Seen seen = PlainMasters.done(QuickLook.at(raw, frame.detector()));
        Size seenSize = seen.image().size();
        Image picture =
                new Image(seenSize.width(), seenSize.height(), seen.image().science());
        Files.write(
                products.resolve(frame.stem() + ".preview.png"),
                Preview.of(picture, PREVIEW).png());
        Files.write(
                products.resolve(frame.stem() + ".thumbnail.png"),
                Preview.of(picture, THUMBNAIL).png());
    }

    private ProductStory story(PlainFrame frame) {
        return new ProductStory(frame.stem(), 1, "bench", Optional.empty(), frame.stem(), masters.uses(), "plain loop");
    }

    private static void write(Path file, List<OutputHdu> hdus) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            FitsWriter.write(out, hdus);
        }
    }
}
