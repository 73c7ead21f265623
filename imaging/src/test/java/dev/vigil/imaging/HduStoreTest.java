package dev.vigil.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

class HduStoreTest {
    private final SeekableInMemoryByteChannel scratch = new SeekableInMemoryByteChannel();
    private final HduStore store = new HduStore(scratch);

    private static Header named(String name) {
        return Header.builder()
                .put("EXTNAME", name, "")
                .put("REMARK", "long ".repeat(40), "")
                .build();
    }

    private static Image stars(int number) {
        Image image = Samples.noise(64, 48, number);
        image.pixels()[5] = Float.NaN;
        image.pixels()[64 * 7] = 60_000;
        return image;
    }

    private static List<OutputHdu> everyKind() {
        OutputHdu image = OutputHdu.image(named("FLOATS"), stars(1), PixelType.FLOAT_32);
        OutputHdu mask = OutputHdu.integers(named("MASK"), 30, 20, new int[600], PixelType.INT_16);
        TileForm lossy = TileForm.quantised(4, "c0ffee00");
        return List.of(
                OutputHdu.empty(Header.EMPTY),
                image,
                mask,
                OutputHdu.image(named("COUNTS"), Samples.noise(30, 20, 2), PixelType.UNSIGNED_16),
                OutputHdu.table(named("TABLE"), List.of(OutputHdu.Column.doubles("X", "pix", 1.5, Double.NaN))),
                OutputHdu.packed(image, TileForm.LOSSLESS),
                OutputHdu.packed(image, lossy),
                OutputHdu.packed(mask, TileForm.LOSSLESS),
                OutputHdu.later(named("LATER"), () -> OutputHdu.packed(image.with(named("LATER")), lossy)));
    }

    private List<OutputHdu> stored(List<OutputHdu> hdus) {
        List<OutputHdu> stored = new ArrayList<>(hdus.subList(0, 1));
        hdus.stream().skip(1).map(this::put).forEach(stored::add);
        return stored;
    }

    private OutputHdu put(OutputHdu hdu) {
        try {
            return store.put(hdu);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFileHasTheSameBytesWhetherItsHdusWereKeptHereOrInMemory() {
        assertThat(Samples.bytes(stored(everyKind()))).isEqualTo(Samples.bytes(everyKind()));
    }

    @Test
    void whatIsKeptCanBeWrittenUnderCardsThatWereNotKnownThen() {
        List<OutputHdu> renamed =
                everyKind().stream().map(hdu -> hdu.with(named("RENAMED"))).toList();
        List<OutputHdu> storedThenRenamed = stored(everyKind()).stream()
                .map(hdu -> hdu.with(named("RENAMED")))
                .toList();
        assertThat(Samples.bytes(storedThenRenamed)).isEqualTo(Samples.bytes(renamed));
    }

    @Test
    void severalThreadsMayPutSomethingIn() {
        List<OutputHdu> images = IntStream.range(0, 40)
                .mapToObj(i -> OutputHdu.image(named("I" + i), Samples.noise(200, 100 + i, i), PixelType.FLOAT_32))
                .toList();
        List<OutputHdu> kept = images.parallelStream().map(this::put).toList();
        assertThat(Samples.bytes(withPrimary(kept))).isEqualTo(Samples.bytes(withPrimary(images)));
    }

    private static List<OutputHdu> withPrimary(List<OutputHdu> extensions) {
        List<OutputHdu> all = new ArrayList<>(List.of(OutputHdu.empty(Header.EMPTY)));
        all.addAll(extensions);
        return all;
    }

    @Test
    void aScratchFileThatLostItsEndIsNoProduct() {
        List<OutputHdu> kept = stored(everyKind());
        scratch.truncate(Blocks.SIZE);
        assertThatThrownBy(() -> Samples.bytes(kept)).hasMessageContaining("the scratch file is shorter");
    }
}
