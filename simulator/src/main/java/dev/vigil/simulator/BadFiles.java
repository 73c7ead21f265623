package dev.vigil.simulator;

import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The files that spoil a night, written beside the good ones of a simulated night. */
public final class BadFiles {
    private static final int MOSAIC = 70;
    private static final int MOSAIC_SIZE = 32;

    private final SimulatedNight night;
    private final Path folder;

    /**
     * @param night whose camera takes the frames that are spoilt; it needs at least one science frame
     * @param folder the night's folder
     */
    public BadFiles(SimulatedNight night, Path folder) throws IOException {
        this.night = night;
        this.folder = Files.createDirectories(folder);
    }

    /** A text that calls itself FITS. */
    public Path text() throws IOException {
        return bytes("text.fits", "hello world, I am no image\n".getBytes(StandardCharsets.US_ASCII));
    }

    public Path empty() throws IOException {
        return bytes("empty.fits", new byte[0]);
    }

    /** The first half of a frame, for ever. */
    public Path truncated() throws IOException {
        byte[] whole = frameBytes();
        return bytes("truncated.fits", Arrays.copyOf(whole, whole.length / 2));
    }

    /** The length of a frame, and nothing in it. */
    public Path zeros() throws IOException {
        return bytes("zeros.fits", new byte[frameBytes().length]);
    }

    /** A directory with the name of a frame. */
    public Path directory() throws IOException {
        return Files.createDirectories(folder.resolve("directory.fits"));
    }

    public Path withoutDate() throws IOException {
        return frame("no_date.fits", 1, cards -> cards.remove("DATE-OBS"));
    }

    /** A good frame whose name has spaces. */
    public Path spacesInName() throws IOException {
        return frame("a name with spaces.fits", 2, cards -> cards);
    }

    /** A good frame whose name has a line break. */
    public Path newlineInName() throws IOException {
        return frame("line\nbreak.fits", 3, cards -> cards);
    }

    /** A file of one empty primary and seventy images, which are smaller than the sections of the camera that the primary names. */
    public Path seventyHdus() throws IOException {
        List<OutputHdu> hdus = new ArrayList<>();
        hdus.add(OutputHdu.empty(night.headerOf(later(science(), 5))));
        for (int i = 1; i <= MOSAIC; i++) {
            Header extension = Header.builder().put("EXTNAME", "CCD" + i, "").build();
            int[] counts = new int[MOSAIC_SIZE * MOSAIC_SIZE];
            Arrays.fill(counts, 1000 + i);
            hdus.add(OutputHdu.integers(extension, MOSAIC_SIZE, MOSAIC_SIZE, counts, PixelType.UNSIGNED_16));
        }
        return SimulatedNight.write(folder, "seventy_hdus.fits", hdus);
    }

    /** A CMOS camera's frame: its GAIN is a setting, and nothing says how many electrons a count is. */
    public Path gainIsASetting() throws IOException {
        return frame(
                "cmos.fits",
                4,
                cards -> cards.remove("EGAIN")
                        .remove("BIASSEC")
                        .remove("TRIMSEC")
                        .remove("DATASEC")
                        .put("GAIN", 2750, "")
                        .put("CAMSER", "SIM-CMOS", "serial number of the camera"));
    }

    /** Writes a frame of the night again, under its name, with the same pixels and an edited header. */
    public Path headerEdited(PlannedFrame frame) throws IOException {
        Header edited = night.headerOf(frame).toBuilder()
                .put("OBSERVER", "Somebody else", "")
                .history("OBSERVER corrected")
                .build();
        return SimulatedNight.write(folder, frame.name(), List.of(night.take(frame, edited)));
    }

    /** Writes another exposure, taken later, under the name of a frame of the night. */
    public Path otherExposure(PlannedFrame frame) throws IOException {
        PlannedFrame later = later(frame, 6);
        return SimulatedNight.write(folder, frame.name(), List.of(night.take(later, night.headerOf(later))));
    }

    private byte[] frameBytes() throws IOException {
        PlannedFrame frame = later(science(), 7);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FitsWriter.write(bytes, List.of(night.take(frame, night.headerOf(frame))));
        return bytes.toByteArray();
    }

    private Path frame(String name, int minutes, UnaryOperator<Header.Builder> spoil) throws IOException {
        PlannedFrame frame = later(science(), minutes);
        Header header = spoil.apply(night.headerOf(frame).toBuilder()).build();
        return SimulatedNight.write(folder, name, List.of(night.take(frame, header)));
    }

    private PlannedFrame science() {
        return night.frames().stream()
                .filter(frame -> frame.kind() == FrameKind.SCIENCE)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the night has no science frame to spoil"));
    }

    /** An exposure like this one, but taken later, so that its pixels are others. */
    private PlannedFrame later(PlannedFrame frame, int minutes) {
        return frame.at(frame.folder(), frame.name() + "+" + minutes)
                .numbered(night.frames().size() + minutes)
                .later(60L * minutes);
    }

    private Path bytes(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
