package dev.vigil.calibrator;

import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Header;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.StoredFile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a master fits, in the primary header of its file: whoever has the file alone can choose it by the same rules. */
public final class MasterLabel {
    private static final String KIND = "MASTKIND";
    private static final String MIDDLE = "DATE-AVG";
    private static final String EXPOSURE = "EXPTIME";
    private static final String TEMPERATURE = "CCD-TEMP";
    private static final String FILTER = "FILTER";

    private MasterLabel() {}

    static Header cards(BuildMaster work, Instant middle) {
        Header.Builder cards = Header.builder();
        Configuration all = work.configuration();
        put(cards, "CAMERA", all.camera(), "serial number or name of the camera");
        put(cards, "DETECTS", all.detector(), "its detectors");
        put(cards, "WINDOW", all.window(), "the part that was read");
        put(cards, "BINNING", all.binning(), "pixels added up on the detector");
        put(cards, "GAINSET", all.gainSetting(), "gain setting of the camera");
        put(cards, "OFFSET", all.offset(), "offset setting of the camera");
        put(cards, "READMODE", all.readMode(), "read mode of the camera");
        put(cards, "AMPLAYER", all.amplifiers(), "sections that the amplifiers read");
        put(cards, "ROWORDER", all.rowOrder(), "which row comes first");
        put(cards, FILTER, work.filter(), "the filter");
        all.temperature().ifPresent(value -> cards.put(TEMPERATURE, value, "[deg C] temperature of the sensor"));
        work.exposureTime()
                .ifPresent(time -> cards.put(EXPOSURE, time.toNanos() / 1e9, "[s] exposure time of the frames"));
        return cards.put(MIDDLE, middle.toString().replaceFirst("Z$", ""), "UTC, middle of the exposures")
                .build();
    }

    private static void put(Header.Builder cards, String keyword, Optional<String> value, String comment) {
        value.ifPresent(text -> cards.put(keyword, text, comment));
    }

    /** What was said when the master was built, as far as its file tells; empty for a file that is no master with a label. */
    public static Optional<MasterBuilt> read(FitsFile fits, StoredFile file) {
        Header primary = fits.primary().header();
        return primary.has(KIND) && primary.has(MIDDLE) ? Optional.of(built(primary, file)) : Optional.empty();
    }

    /** Whether the file says that it is a master, be it with a label or an older one without. */
    public static boolean isMaster(FitsFile fits) {
        return fits.primary().header().has(KIND);
    }

    private static MasterBuilt built(Header primary, StoredFile file) {
        String id = primary.text("FRAMEID").orElseThrow();
        String[] parts = id.split("/");
        Instant middle = utc(primary.text(MIDDLE).orElseThrow());
        return new MasterBuilt(
                new MasterId(id),
                primary.text("UNIT").orElse(""),
                MasterKind.valueOf(primary.text(KIND).orElseThrow().toUpperCase(Locale.ROOT)),
                parts[parts.length - 2],
                (int) primary.integer("REVISION").orElse(1),
                primary.text("NIGHT").map(LocalDate::parse),
                middle,
                "",
                1,
                configuration(primary),
                primary.text(FILTER),
                exposure(primary),
                middle,
                List.of(),
                List.of(),
                List.of(new Product(ProductKind.MASTER, file)),
                Map.of(),
                List.of(),
                "",
                Duration.ZERO);
    }

    /** FITS writes no Z behind a time; masters of before had one. */
    private static Instant utc(String text) {
        return Instant.parse(text.endsWith("Z") ? text : text + "Z");
    }

    private static Configuration configuration(Header primary) {
        return new Configuration(
                primary.text("CAMERA"),
                primary.text("DETECTS"),
                primary.text("WINDOW"),
                primary.text("BINNING"),
                primary.text("GAINSET"),
                primary.text("OFFSET"),
                primary.text("READMODE"),
                primary.text("AMPLAYER"),
                primary.text("ROWORDER"),
                primary.has(TEMPERATURE)
                        ? Optional.of(primary.number(TEMPERATURE).orElseThrow())
                        : Optional.empty());
    }

    private static Optional<Duration> exposure(Header primary) {
        return primary.has(EXPOSURE)
                ? Optional.of(
                        Duration.ofNanos(Math.round(primary.number(EXPOSURE).orElseThrow() * 1e9)))
                : Optional.empty();
    }
}
