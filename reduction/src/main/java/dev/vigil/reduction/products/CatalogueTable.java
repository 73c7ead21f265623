package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu.Column;
import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.findings.Catalogue;
import dev.vigil.reduction.pointspread.PointFit;
import dev.vigil.reduction.pointspread.PointSources;
import dev.vigil.reduction.sources.Flux;
import dev.vigil.reduction.sources.Source;
import dev.vigil.reduction.sources.SourceFlag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/**
 * Sources as a table that SExtractor's users can read: its names where the meaning is the same, and no others of its. Every
 * table has the same columns, so that those of a file's detectors can be put together; what is not known is no number.
 */
final class CatalogueTable {
    private static final String PIXEL = "pix";

    private final List<Source> sources;
    private final List<Double> radii;
    private final String light;
    private final PointSources points;
    private final Magnitudes magnitudes;
    private final List<Described> all = new ArrayList<>();

    /** A column and what is to be known of it. */
    private record Described(Column column, String ucd, String meaning) {}

    private CatalogueTable(Catalogue catalogue, String light, Magnitudes magnitudes) {
        this.sources = catalogue.found().sources();
        this.radii = catalogue.settings().apertures();
        this.light = light;
        this.points = catalogue.points();
        this.magnitudes = magnitudes;
    }

    /** The table of sources whose light is in this unit. */
    static CatalogueTable of(
            Catalogue catalogue, String light, Optional<WorldCoordinates> coordinates, Magnitudes magnitudes) {
        CatalogueTable table = new CatalogueTable(catalogue, light, magnitudes);
        table.place();
        table.sky(coordinates);
        table.light();
        table.sky(catalogue);
        table.points();
        table.shape();
        table.judgement();
        return table;
    }

    List<Column> columns() {
        return all.stream().map(Described::column).toList();
    }

    /** Adds the meaning of the columns, and of the numbers in them. */
    Header.Builder describe(Header.Builder cards) {
        for (int i = 0; i < all.size(); i++) {
            cards.put("TUCD" + (i + 1), all.get(i).ucd(), all.get(i).column().name());
            cards.put("TCOMM" + (i + 1), all.get(i).meaning(), "");
        }
        for (int i = 0; i < radii.size(); i++) {
            cards.put("APRAD" + (i + 1), radii.get(i), "[pix] radius of round aperture " + (i + 1));
        }
        PointCards.add(cards, points);
        for (SourceFlag flag : SourceFlag.values()) {
            cards.comment("flag " + flag.value() + ": " + flag.meaning());
        }
        return cards;
    }

    private void place() {
        long[] counted = LongStream.rangeClosed(1, sources.size()).toArray();
        add(Column.longs("NUMBER", "", counted), "meta.record", "number of the source in this table");
        numbers(
                "XWIN_IMAGE",
                PIXEL,
                "pos.cartesian.x;instr.det",
                "column of its centre, the first pixel at 1",
                Source::x);
        numbers("YWIN_IMAGE", PIXEL, "pos.cartesian.y;instr.det", "row of its centre, the first pixel at 1", Source::y);
        numbers("POS_ERR", PIXEL, "stat.error;pos.cartesian", "standard error of either", Source::positionError);
    }

    private void sky(Optional<WorldCoordinates> coordinates) {
        List<Optional<SkyPosition>> places = sources.stream()
                .map(source -> coordinates.map(each -> each.skyAt(new PixelPosition(source.x(), source.y()))))
                .toList();
        known(
                "ALPHA_J2000",
                "deg",
                "pos.eq.ra;meta.main",
                "right ascension in the ICRS",
                places,
                SkyPosition::raDegrees);
        known("DELTA_J2000", "deg", "pos.eq.dec;meta.main", "declination in the ICRS", places, SkyPosition::decDegrees);
    }

    private void light() {
        numbers(
                "FLUX_AUTO",
                light,
                "phot.flux",
                "light in Kron's ellipse",
                source -> source.kron().value());
        numbers(
                "FLUXERR_AUTO",
                light,
                "stat.error;phot.flux",
                "its standard error",
                source -> source.kron().error());
        numbers(
                "MAG_AUTO",
                "mag",
                "phot.mag",
                "magnitude of that light, by the zero point of the header",
                source -> magnitudes.of(source.kron()));
        numbers(
                "MAGERR_AUTO",
                "mag",
                "stat.error;phot.mag",
                "its standard error, without the zero point's",
                source -> magnitudes.errorOf(source.kron()));
        numbers("KRON_RADIUS", "", "arith.factor;instr.det", "that ellipse in units of A, B", Source::kronRadius);
        apertures("FLUX_APER", light, "phot.flux", "light in the round apertures", Flux::value);
        apertures("FLUXERR_APER", light, "stat.error;phot.flux", "their standard errors", Flux::error);
        apertures("MAG_APER", "mag", "phot.mag", "magnitudes of that light", magnitudes::of);
        apertures("MAGERR_APER", "mag", "stat.error;phot.mag", "their standard errors", magnitudes::errorOf);
        numbers(
                "FLUX_ISO",
                light,
                "phot.flux",
                "light in its outline",
                source -> source.inOutline().value());
        numbers(
                "FLUXERR_ISO",
                light,
                "stat.error;phot.flux",
                "its standard error",
                source -> source.inOutline().error());
        numbers("FLUX_MAX", light, "phot.flux;stat.max", "brightest pixel above the sky", Source::peak);
    }

    /** A source that could not be fitted has no numbers here. */
    private void points() {
        List<Optional<PointFit>> fits = points.fitted()
                .map(PointSources.Fitted::fits)
                .orElseGet(() -> Collections.nCopies(sources.size(), Optional.empty()));
        known("XPSF_IMAGE", PIXEL, "pos.cartesian.x;instr.det", "column of its centre as a point", fits, PointFit::x);
        known("YPSF_IMAGE", PIXEL, "pos.cartesian.y;instr.det", "row of its centre as a point", fits, PointFit::y);
        known(
                "POSPSF_ERR",
                PIXEL,
                "stat.error;pos.cartesian",
                "standard error of either",
                fits,
                PointFit::positionError);
        known("FLUX_PSF", light, "phot.flux", "all its light as a point", fits, PointFit::flux);
        known("FLUXERR_PSF", light, "stat.error;phot.flux", "its standard error", fits, PointFit::fluxError);
        known(
                "MAG_PSF",
                "mag",
                "phot.mag",
                "magnitude of that light, by the zero point of the header",
                fits,
                fit -> magnitudes.of(light(fit)));
        known(
                "MAGERR_PSF",
                "mag",
                "stat.error;phot.mag",
                "its standard error, without the zero point's",
                fits,
                fit -> magnitudes.errorOf(light(fit)));
        known(
                "CHI2_PSF",
                "",
                "stat.fit.chi2",
                "1 where a point fits as well as noise lets it",
                fits,
                PointFit::chiSquare);
        known("SPREAD_MODEL", "", "src.class.starGalaxy", "0 is a point, more is wider", fits, PointFit::spread);
        known(
                "SPREADERR_MODEL",
                "",
                "stat.error;src.class.starGalaxy",
                "its standard error",
                fits,
                PointFit::spreadError);
    }

    private static Flux light(PointFit fit) {
        return new Flux(fit.flux(), fit.fluxError());
    }

    /** What is known of some sources only. */
    private <T> void known(
            String name,
            String unit,
            String ucd,
            String meaning,
            List<Optional<T>> ofSources,
            ToDoubleFunction<T> value) {
        double[] values = ofSources.stream()
                .mapToDouble(each -> each.map(value::applyAsDouble).orElse(Double.NaN))
                .toArray();
        add(Column.doubles(name, unit, values), ucd, meaning);
    }

    private void sky(Catalogue catalogue) {
        numbers(
                "BACKGROUND",
                light,
                "instr.skyLevel",
                "sky per pixel at its centre",
                catalogue.found().sky()::levelUnder);
    }

    private void shape() {
        numbers("FWHM_IMAGE", PIXEL, "phys.size.diameter;instr.det", "full width at half maximum", Source::fwhm);
        numbers(
                "A_IMAGE",
                PIXEL,
                "phys.size.smajAxis;instr.det",
                "greatest standard deviation of its outline",
                source -> source.outline().a());
        numbers(
                "B_IMAGE",
                PIXEL,
                "phys.size.sminAxis;instr.det",
                "smallest standard deviation of its outline",
                source -> source.outline().b());
        numbers(
                "THETA_IMAGE",
                "deg",
                "pos.posAng;instr.det",
                "direction of A from x towards y, -90 to 90",
                source -> source.outline().theta());
        numbers(
                "ELLIPTICITY",
                "",
                "src.ellipticity;instr.det",
                "1 - B / A",
                source -> source.outline().ellipticity());
        wholes("ISOAREA_IMAGE", "pix2", "phys.area;instr.det", "pixels in its outline", Source::pixels);
    }

    private void judgement() {
        numbers("SIGNIFICANCE", "", "stat.snr", "sigma of its peak after the matched filter", Source::significance);
        numbers(
                "SPREAD",
                "",
                "src.class.starGalaxy",
                "0 is a star, more is extended, less is too sharp",
                Source::spread);
        numbers("SPREADERR", "", "stat.error;src.class.starGalaxy", "its standard error", Source::spreadError);
        wholes("FLAGS", "", "meta.code.qual", "sum of the flags below", Source::flagSum);
    }

    private void numbers(String name, String unit, String ucd, String meaning, ToDoubleFunction<Source> value) {
        add(Column.doubles(name, unit, sources.stream().mapToDouble(value).toArray()), ucd, meaning);
    }

    private void wholes(String name, String unit, String ucd, String meaning, ToLongFunction<Source> value) {
        add(Column.longs(name, unit, sources.stream().mapToLong(value).toArray()), ucd, meaning);
    }

    /** No apertures make no column. */
    private void apertures(String name, String unit, String ucd, String meaning, ToDoubleFunction<Flux> value) {
        if (!radii.isEmpty()) {
            double[] values = sources.stream()
                    .flatMap(source -> source.apertures().stream())
                    .mapToDouble(value)
                    .toArray();
            add(Column.vectors(name, unit, radii.size(), values), ucd, meaning);
        }
    }

    private void add(Column column, String ucd, String meaning) {
        all.add(new Described(column, ucd, meaning));
    }
}
