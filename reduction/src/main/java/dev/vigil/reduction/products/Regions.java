package dev.vigil.reduction.products;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.TableColumn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sources of a reduced frame as regions that ds9 draws over its image: an ellipse each, those with flags in red. */
public final class Regions {
    /** So many standard deviations of a source's outline are drawn. */
    private static final double DRAWN = 3;

    private final Map<String, TableColumn> columns;

    private Regions(Hdu table) throws BadFitsException {
        this.columns = TableColumn.of(table.header()).stream()
                .collect(Collectors.toMap(TableColumn::name, Function.identity(), (one, other) -> one));
    }

    /** The lines of a regions file for one detector, counted from 1, of a product; no line where it has no sources. */
    public static List<String> of(Path product, int detector) throws IOException, BadFitsException {
        List<String> lines = new ArrayList<>(List.of(
                "# Region file format: DS9 version 4.1",
                "global color=green width=1 select=1 edit=0 move=0 delete=1",
                "image"));
        for (Hdu hdu : FitsFile.read(product).hdus()) {
            boolean isWanted = hdu.name().filter("CATALOG"::equals).isPresent()
                    && hdu.header().integer("EXTVER").orElse(1) == detector;
            if (isWanted) {
                lines.addAll(new Regions(hdu).lines(product, hdu));
            }
        }
        return lines;
    }

    private List<String> lines(Path product, Hdu table) throws IOException, BadFitsException {
        List<String> lines = new ArrayList<>();
        ByteBuffer row = ByteBuffer.allocate(
                Math.toIntExact(table.header().integer("NAXIS1").orElse(0)));
        try (FileChannel file = FileChannel.open(product)) {
            for (long number = 0; number < table.header().integer("NAXIS2").orElse(0); number++) {
                row.clear();
                long from = table.dataOffset() + number * row.capacity();
                while (row.hasRemaining()) {
                    if (file.read(row, from + row.position()) < 0) {
                        throw new BadFitsException("it ends within its catalogue");
                    }
                }
                lines.add(line(row));
            }
        }
        return lines;
    }

    private String line(ByteBuffer row) throws BadFitsException {
        return String.format(
                Locale.ROOT,
                "ellipse(%.3f,%.3f,%.2f,%.2f,%.1f) # %stag={%.0f}",
                value("XWIN_IMAGE", row),
                value("YWIN_IMAGE", row),
                DRAWN * value("A_IMAGE", row),
                DRAWN * value("B_IMAGE", row),
                value("THETA_IMAGE", row),
                value("FLAGS", row) == 0 ? "" : "color=red ",
                value("NUMBER", row));
    }

    private double value(String column, ByteBuffer row) throws BadFitsException {
        TableColumn found = columns.get(column);
        if (found == null) {
            throw new BadFitsException("its catalogue has no column " + column);
        }
        return found.number(row);
    }
}
