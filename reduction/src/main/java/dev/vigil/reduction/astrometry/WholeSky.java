package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.ReferenceFile;
import dev.vigil.reduction.references.References;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/**
 * What a search over the whole sky goes by: the patterns of a catalogue. They are made when they are first asked for, and kept
 * in a file beside the catalogue where one may be written; else in memory.
 */
public final class WholeSky {
    private static final String ENDING = ".patterns";

    private final References references;
    private final Epoch epoch;
    private final String source;
    private final Optional<Path> file;
    private Optional<SkyPatterns> patterns = Optional.empty();

    private WholeSky(References references, Epoch epoch, String source, Optional<Path> file) {
        this.references = references;
        this.epoch = epoch;
        this.source = source;
        this.file = file;
    }

    /** That of a catalogue's file; nothing is read or made yet. */
    public static WholeSky of(ReferenceFile catalogue) {
        Path file = catalogue.file();
        return new WholeSky(
                catalogue,
                catalogue.facts().epoch(),
                catalogue.facts().source(),
                Optional.of(file.resolveSibling(file.getFileName() + ENDING)));
    }

    /** One that is kept in memory; the source is a SHA-256. */
    static WholeSky inMemory(References references, Epoch epoch, String source) {
        return new WholeSky(references, epoch, source, Optional.empty());
    }

    /** Where the patterns are kept. */
    public Optional<Path> file() {
        return file;
    }

    /** The patterns, which are there or are made now: of a catalogue of millions in a minute. */
    public SkyPatterns patterns() {
        return patterns(steps -> step -> {});
    }

    /** The same for those who watch: they are told how many steps there will be, and then each. */
    public synchronized SkyPatterns patterns(LongFunction<LongConsumer> watch) {
        if (patterns.isEmpty()) {
            patterns = Optional.of(kept().orElseGet(() -> made(watch)));
        }
        return patterns.get();
    }

    /** A file of another catalogue, as one of the same name was once, counts as none. */
    private Optional<SkyPatterns> kept() {
        return file.flatMap(path -> SkyPatterns.read(path, source));
    }

    private SkyPatterns made(LongFunction<LongConsumer> watch) {
        PatternMaker maker = new PatternMaker(references, epoch);
        ByteBuffer bytes = maker.make(source, watch.apply(maker.steps()));
        return file.filter(path -> isWritten(bytes, path))
                .flatMap(path -> SkyPatterns.read(path, source))
                .orElseGet(() -> SkyPatterns.of(bytes));
    }

    /** Whoever else makes them meanwhile makes the same bytes. */
    private static boolean isWritten(ByteBuffer bytes, Path file) {
        try {
            Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "." + file.getFileName(), ".part");
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                for (ByteBuffer rest = bytes.duplicate(); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return true;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException notHere) {
            return false;
        }
    }
}
