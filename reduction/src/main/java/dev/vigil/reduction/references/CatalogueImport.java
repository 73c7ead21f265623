package dev.vigil.reduction.references;

import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.references.tables.Table;
import dev.vigil.reduction.references.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Makes a catalogue of tables of any of the kinds that {@link Tables} opens. */
public final class CatalogueImport {
    private static final double FULL_TURN = 360;

    private final Wanted wanted;
    private final ReferenceFileWriter writer;
    private final LongConsumer watching;
    private final MessageDigest digest = sha256();
    private final Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
    private Optional<Recognised> first = Optional.empty();
    private Optional<Epoch> epoch;
    private long bytes;
    private long rows;

    private CatalogueImport(Wanted wanted, ReferenceFileWriter writer, LongConsumer watching) {
        this.wanted = wanted;
        this.writer = writer;
        this.watching = watching;
        this.epoch = wanted.epoch();
    }

    /**
     * Reads all files into one catalogue.
     *
     * @param watching is told how many bytes of the files have been read
     */
    public static ImportReport run(List<Path> files, Path out, Wanted wanted, LongConsumer watching)
            throws IOException {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new BadReferencesException(file, "there is no such file");
            }
        }
        try (ReferenceFileWriter writer = ReferenceFileWriter.create(out)) {
            CatalogueImport importing = new CatalogueImport(wanted, writer, watching);
            for (Path file : files) {
                importing.take(file);
            }
            return importing.finish(files);
        }
    }

    private void take(Path file) throws IOException {
        try (SourceStream stream = new SourceStream(Files.newInputStream(file), digest, watching, bytes)) {
            Table table = Tables.open(file, stream);
            Recognised recognised = Recognised.of(file, table.columns(), wanted);
            agree(file, recognised);
            while (table.next()) {
                rows++;
                take(file, recognised, table);
            }
            stream.drain();
            bytes = stream.position();
        }
    }

    private void agree(Path file, Recognised recognised) throws BadReferencesException {
        if (first.isEmpty()) {
            first = Optional.of(recognised);
            epoch = epoch.or(recognised::epoch);
        } else if (!first.get().band().equals(recognised.band())) {
            throw new BadReferencesException(
                    file,
                    "its magnitudes are " + recognised.band() + ", those of the first file "
                            + first.get().band());
        }
        if (epoch.isEmpty() && !recognised.has(Role.EPOCH)) {
            throw new BadReferencesException(
                    file, "it does not say at which epoch its stars are where it says; tell it with --epoch");
        }
    }

    private void take(Path file, Recognised recognised, Table table) throws IOException {
        double ra = recognised.number(Role.RA, table);
        double dec = recognised.number(Role.DEC, table);
        double magnitude = recognised.number(Role.MAGNITUDE, table);
        if (Double.isNaN(ra) || Double.isNaN(dec)) {
            leaveOut(LeftOut.NO_PLACE);
        } else if (Double.isNaN(magnitude)) {
            leaveOut(LeftOut.NO_MAGNITUDE);
        } else if (!isPlace(ra, dec) || Math.abs(magnitude) > StarRow.LARGEST_MAGNITUDE) {
            leaveOut(LeftOut.NONSENSE);
        } else if (magnitude > wanted.faintest()) {
            leaveOut(LeftOut.TOO_FAINT);
        } else {
            SkyPosition place = new SkyPosition(ra < 0 ? ra + FULL_TURN : ra % FULL_TURN, dec);
            take(file, recognised, table, recognised.star(place, magnitude, table));
        }
    }

    private static boolean isPlace(double ra, double dec) {
        return ra >= -FULL_TURN / 2 && ra <= FULL_TURN && Math.abs(dec) <= 90;
    }

    private void take(Path file, Recognised recognised, Table table, CatalogueStar star) throws IOException {
        if (wanted.region().filter(region -> !region.holds(star.position())).isPresent()) {
            leaveOut(LeftOut.ELSEWHERE);
        } else if (star.motion() > StarRow.LARGEST_MOTION) {
            leaveOut(LeftOut.NONSENSE);
        } else {
            writer.add(atFileEpoch(file, star, recognised.number(Role.EPOCH, table), table));
        }
    }

    /** The first star's epoch is the file's, if nobody says anything else. */
    private CatalogueStar atFileEpoch(Path file, CatalogueStar star, double own, Table table) throws IOException {
        if (Double.isNaN(own) && epoch.isPresent()) {
            return star;
        }
        try {
            Epoch from = new Epoch(own);
            epoch = epoch.or(() -> Optional.of(from));
            return star.at(SpaceMotion.at(star, from, epoch.get()));
        } catch (IllegalArgumentException noYear) {
            throw new BadReferencesException(file, table.place() + ": " + noYear.getMessage());
        }
    }

    private void leaveOut(LeftOut why) {
        leftOut.merge(why, 1L, Long::sum);
    }

    private ImportReport finish(List<Path> files) throws IOException {
        long kept = rows - leftOut.values().stream().mapToLong(Long::longValue).sum();
        if (kept == 0) {
            throw new BadReferencesException(
                    files.get(0), "of its " + rows + " rows none is a star of the catalogue: " + leftOut);
        }
        CatalogueFacts facts = new CatalogueFacts(
                wanted.name(),
                first.orElseThrow().band(),
                epoch.orElseThrow(),
                HexFormat.of().formatHex(digest.digest()),
                wanted.note());
        ReferenceFileWriter.Written written = writer.finish(facts);
        if (written.twice() > 0) {
            leftOut.put(LeftOut.TWICE, written.twice());
        }
        return new ImportReport(
                rows, written.stars(), leftOut, facts, first.orElseThrow().words());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
