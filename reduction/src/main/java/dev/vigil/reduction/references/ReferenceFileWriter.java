package dev.vigil.reduction.references;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a catalogue of any size in bounded memory; the same stars give the same bytes, in whatever order they are added. The file has its name only when it is whole,
 * and never takes the place of another.
 */
public final class ReferenceFileWriter implements Closeable {
    /** Finer cells would make the index larger than most catalogues. */
    static final int FINEST_ORDER = 9;

    /** So many stars are read at most to find the brightest of a cell that is not wanted whole. */
    private static final int STARS_PER_CELL = 1000;

    private static final int MOST_IN_MEMORY = 4_000_000;
    /** Of the heap, for what is being sorted. */
    private static final int SHARE = 5;
    /** Bytes of a row while it is sorted, and while a larger room for it is found. */
    private static final int PER_ROW = 2 * (StarRow.BYTES + Long.BYTES);

    private final Path file;
    private final Path folder;
    private final Spool spool;
    private final int[] starsOfCell = new int[(int) Healpix.cells(FINEST_ORDER)];
    private long added;

    private ReferenceFileWriter(Path file, Path folder, int inMemory) {
        this.file = file;
        this.folder = folder;
        this.spool = new Spool(folder, inMemory);
    }

    /** Begins a file; what is not yet sorted lies in a hidden folder beside it, as large as the file will be. */
    public static ReferenceFileWriter create(Path file) throws IOException {
        return create(file, (int) Math.min(MOST_IN_MEMORY, Runtime.getRuntime().maxMemory() / SHARE / PER_ROW));
    }

    static ReferenceFileWriter create(Path file, int inMemory) throws IOException {
        if (Files.exists(file)) {
            throw exists(file);
        }
        Path parent = Files.createDirectories(file.toAbsolutePath().getParent());
        return new ReferenceFileWriter(
                file, Files.createTempDirectory(parent, "." + file.getFileName() + "."), inMemory);
    }

    private static BadReferencesException exists(Path file) {
        return new BadReferencesException(
                file, "it exists, and nothing is overwritten; name another file, or delete it");
    }

    /** Adds a star, at the epoch of the file. */
    public void add(CatalogueStar star) throws IOException {
        int cell = (int) Healpix.cellOf(star.position(), FINEST_ORDER);
        starsOfCell[cell]++;
        spool.add(cell, star);
        added++;
    }

    /** What became of the stars that were added. */
    public record Written(long stars, long twice) {}

    /** Sorts what was added, writes it through to the disk, and gives the file its name. */
    public Written finish(CatalogueFacts facts) throws IOException {
        Path part = folder.resolve("part");
        long written;
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            FileBody body = new FileBody(channel, order());
            spool.read(body);
            FileHeader header = body.finish(facts);
            written = header.stars();
            channel.force(true);
        }
        publish(part);
        return new Written(written, added - written);
    }

    private void publish(Path part) throws IOException {
        try {
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException someoneElse) {
            throw exists(file);
        } catch (UnsupportedOperationException noLinks) {
            Files.move(part, file);
        }
        try (FileChannel parent = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    /** The coarsest order whose cells, where there are stars at all, hold few enough of them. */
    private int order() {
        int[] stars = starsOfCell;
        long[] occupied = new long[FINEST_ORDER + 1];
        for (int order = 0; order <= FINEST_ORDER; order++) {
            int last = -1;
            for (int cell = 0; cell < stars.length; cell++) {
                int parent = cell >> 2 * (FINEST_ORDER - order);
                if (stars[cell] > 0 && parent != last) {
                    last = parent;
                    occupied[order]++;
                }
            }
            if (added <= STARS_PER_CELL * occupied[order]) {
                return order;
            }
        }
        return FINEST_ORDER;
    }

    /** Deletes what is not finished. */
    @Override
    public void close() throws IOException {
        spool.close();
        Files.deleteIfExists(folder.resolve("part"));
        Files.delete(folder);
    }
}
