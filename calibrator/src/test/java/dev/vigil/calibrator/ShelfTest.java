package dev.vigil.calibrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.archive.Refusal;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
    private static final OutputHdu PLANE = OutputHdu.image(Header.EMPTY, Image.blank(200, 100), PixelType.FLOAT_32);

    @TempDir
    Path folder;

    /** A disk on which nothing more can be written. */
    private static final class FullDisk extends SeekableInMemoryByteChannel {
        @Override
        public int write(ByteBuffer bytes) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @Test
    void theOnlyDetectorOfAProductStaysInMemory() throws Exception {
        Archive archive = FilesystemArchive.create(folder);
        try (Shelf shelf = Shelf.of(1, new Products(archive, "worker-1"))) {
            assertThat(shelf.keep(PLANE)).isSameAs(PLANE);
        }
    }

    @Test
    void ofSeveralNothingStaysInMemoryAndTheScratchFileHasNoNameThatACrashCouldLeaveBehind() throws Exception {
        Archive archive = FilesystemArchive.create(folder);
        try (Shelf shelf = Shelf.of(2, new Products(archive, "worker-1"))) {
            assertThat(shelf.keep(PLANE)).isInstanceOf(OutputHdu.Stored.class);
            assertThat(folder.resolve(".drafts")).isEmptyDirectory();
        }
    }

    @Test
    void aFullDiskIsNamed() throws Exception {
        try (SeekableByteChannel full = new FullDisk();
                Shelf shelf = new Shelf(Optional.of(full), FilesystemArchive.create(folder))) {
            assertThatThrownBy(() -> shelf.keep(PLANE))
                    .isInstanceOfSatisfying(
                            ArchiveException.class,
                            e -> assertThat(Refusal.of(e, "calibrator").words())
                                    .startsWith("there is no room in " + folder + ", where ")
                                    .endsWith("(No space left on device)"))
                    .hasMessageContaining("putting away the planes of a detector")
                    .hasMessageContaining("the disk is full; make room");
        }
    }
}
