package dev.vigil.imaging;

import dev.vigil.imaging.Completeness.Complete;
import dev.vigil.imaging.Completeness.Incomplete;
import dev.vigil.imaging.Completeness.NotFits;
import dev.vigil.imaging.Completeness.Unproven;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Judges what a reading of a file has found, without touching the file. */
final class Judgement {
    private final WholeFile file;
    private final List<HduSums> hdus;
    private final boolean sealedByGzip;

    private Judgement(WholeFile file, boolean sealedByGzip) {
        this.file = file;
        this.hdus = file.hdus();
        this.sealedByGzip = sealedByGzip;
    }

    static Completeness of(BadFitsException bad) {
        return bad.isCutShort() ? new Incomplete(bad.getMessage()) : new NotFits(bad.getMessage());
    }

    /** A compressed stream that ended well was closed by its writer: its own sum proves the bytes, if all HDUs are there. */
    static Completeness of(WholeFile file, boolean sealedByGzip) {
        return new Judgement(file, sealedByGzip).judge();
    }

    private Completeness judge() {
        Optional<String> missing = whatIsMissing();
        if (missing.isPresent()) {
            return new Incomplete(missing.get());
        }
        Optional<Unproven> doubt = whatIsDoubtful();
        if (doubt.isPresent() && !sealedByGzip) {
            return doubt.get();
        }
        return new Complete(sealedByGzip || provenBySums(), flags());
    }

    private Optional<String> whatIsMissing() {
        return first(hdu -> !hdu.isWhole())
                .map(this::cutData)
                .or(this::missingExtensions)
                .or(() -> first(hdu -> dataSum(hdu) == Sum.BAD).map(Judgement::badSum))
                .or(this::noData);
    }

    private String cutData(HduSums cut) {
        Hdu hdu = cut.hdu();
        return "HDU " + hdu.index() + " ends at byte " + hdu.end() + ", the file has "
                + (hdu.dataOffset() + cut.paddedBytesPresent());
    }

    private Optional<String> missingExtensions() {
        OptionalLong expected = expectedExtensions();
        return expected.isPresent() && hdus.size() - 1 < expected.getAsLong()
                ? Optional.of(
                        "NEXTEND announces " + expected.getAsLong() + " extensions, the file has " + (hdus.size() - 1))
                : Optional.empty();
    }

    private Optional<String> noData() {
        return first(HduSums::hasData).isPresent()
                ? Optional.empty()
                : Optional.of("no data: the file has headers and no pixels or rows");
    }

    private Optional<Unproven> whatIsDoubtful() {
        if (file.trailing() == HduScanner.Trailing.ZEROS && !allExtensionsAreThere()) {
            return Optional.of(zerosFollow(hdus.get(hdus.size() - 1).hdu()));
        }
        return lastWithData()
                .filter(hdu -> dataSum(hdu) == Sum.ABSENT && hdu.endsInZeros())
                .map(hdu -> endsInZeros(hdu.hdu()));
    }

    private static Unproven zerosFollow(Hdu last) {
        return new Unproven(
                "zeros follow HDU " + last.index() + ": space is set aside for more",
                "cut them off: truncate -s " + last.end());
    }

    /** Astropy's tool, which every observatory has, writes the sums beside the data as they are. */
    private static Unproven endsInZeros(Hdu last) {
        return new Unproven(
                "the data of HDU " + last.index() + " end in zeros, and no DATASUM says whether they are written",
                "write its sums with astropy's fitscheck: fitscheck --write --force");
    }

    private boolean provenBySums() {
        return hdus.stream().filter(HduSums::hasData).allMatch(hdu -> dataSum(hdu) == Sum.GOOD) && !countIsUnknown();
    }

    private List<String> flags() {
        List<String> flags = new ArrayList<>();
        if (hdus.stream().anyMatch(hdu -> checksum(hdu) == Sum.BAD)) {
            flags.add(Completeness.CHECKSUM_BAD);
        }
        if (file.trailing() != HduScanner.Trailing.NOTHING) {
            flags.add(Completeness.TRAILING_BYTES);
        }
        if (countIsUnknown()) {
            flags.add(Completeness.HDU_COUNT_UNKNOWN);
        }
        return flags;
    }

    /** A primary image with nothing behind it is the common case and needs no count; in all others one more HDU may come. */
    private boolean countIsUnknown() {
        boolean single = hdus.size() == (isPackedPrimary() ? 2 : 1) && file.trailing() == HduScanner.Trailing.NOTHING;
        return !single && !allExtensionsAreThere();
    }

    /** A packer puts a primary image into the first extension, behind an empty primary. */
    private boolean isPackedPrimary() {
        return hdus.size() > 1 && hdus.get(1).hdu().header().has("ZSIMPLE");
    }

    private boolean allExtensionsAreThere() {
        OptionalLong expected = expectedExtensions();
        return expected.isPresent() && hdus.size() - 1 >= expected.getAsLong();
    }

    private OptionalLong expectedExtensions() {
        OptionalLong announced =
                hdus.get(isPackedPrimary() ? 1 : 0).hdu().header().integer("NEXTEND");
        return announced.isPresent() && isPackedPrimary() ? OptionalLong.of(announced.getAsLong() + 1) : announced;
    }

    private Optional<HduSums> first(Predicate<HduSums> wanted) {
        return hdus.stream().filter(wanted).findFirst();
    }

    private Optional<HduSums> lastWithData() {
        return hdus.stream().filter(HduSums::hasData).reduce((earlier, later) -> later);
    }

    private static String badSum(HduSums hdu) {
        return "the data of HDU " + hdu.hdu().index() + " sum to " + hdu.dataSum() + ", DATASUM says "
                + hdu.hdu().header().text("DATASUM").orElse("nothing");
    }

    private static Sum dataSum(HduSums hdu) {
        OptionalLong stated = hdu.hdu().header().integer("DATASUM");
        if (stated.isEmpty()) {
            return Sum.ABSENT;
        }
        return stated.getAsLong() == hdu.dataSum() ? Sum.GOOD : Sum.BAD;
    }

    private static Sum checksum(HduSums hdu) {
        if (hdu.hdu().header().text("CHECKSUM").isEmpty()) {
            return Sum.ABSENT;
        }
        return hdu.hduSum() == FitsChecksum.ALL_ONES || hdu.hduSum() == 0 ? Sum.GOOD : Sum.BAD;
    }

    private enum Sum {
        GOOD,
        BAD,
        ABSENT
    }
}
