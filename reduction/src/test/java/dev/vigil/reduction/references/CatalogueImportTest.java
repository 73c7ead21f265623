package dev.vigil.reduction.references;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.OutputHdu.Column;
import dev.vigil.reduction.coordinates.SkyPosition;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueImportTest {
    private static final Epoch GAIA = new Epoch(2016);
    private static final String GAIA_CSV = """
            # %ECSV 1.0
            source_id,ref_epoch,ra,ra_error,dec,dec_error,parallax,pmra,pmra_error,pmdec,pmdec_error,phot_g_mean_mag,phot_g_mean_flux_over_error,bp_rp
            1,2016.0,10.5,0.3,-20.25,0.4,5.0,100.5,0.1,-50.25,0.1,12.5,1085.736,0.75
            2,2016.0,10.6,0.3,-20.25,0.4,null,null,null,null,null,13.5,100,null
            3,2016.0,10.7,0.3,-20.25,0.4,5.0,100.5,0.1,-50.25,0.1,null,null,null
            4,2016.0,,0.3,-20.25,0.4,5.0,100.5,0.1,-50.25,0.1,14,200,0.1
            5,2016.0,10.8,0.3,-99,0.4,5.0,100.5,0.1,-50.25,0.1,14,200,0.1
            1,2016.0,10.5,0.3,-20.25,0.4,5.0,100.5,0.1,-50.25,0.1,12.5,1085.736,0.75
            """;

    @TempDir
    Path folder;

    private ReferenceFile imported(Wanted wanted, Path... files) throws IOException {
        Path out = folder.resolve("out.stars");
        CatalogueImport.run(List.of(files), out, wanted, bytes -> {});
        return ReferenceFile.open(out);
    }

    private Path text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<ReferenceStar> all(ReferenceFile file) {
        return file.around(new SkyPosition(0, 0), 180, file.facts().epoch(), Integer.MAX_VALUE);
    }

    @Test
    void gaiasCsvIsUnderstoodAndWhatIsLeftOutIsCounted() throws IOException {
        List<Long> watched = new ArrayList<>();
        Path csv = text("gaia.csv", GAIA_CSV);
        ImportReport report =
                CatalogueImport.run(List.of(csv), folder.resolve("out.stars"), Wanted.all("dr3"), watched::add);
        assertThat(report.rows()).isEqualTo(6);
        assertThat(report.stars()).isEqualTo(2);
        assertThat(report.leftOut())
                .isEqualTo(Map.of(
                        LeftOut.NO_MAGNITUDE, 1L, LeftOut.NO_PLACE, 1L, LeftOut.NONSENSE, 1L, LeftOut.TWICE, 1L));
        assertThat(report.recognised()).contains("gaia", "ra=ra", "mag=phot_g_mean_mag");
        assertThat(watched).last().isEqualTo(Files.size(csv));
        ReferenceFile file = ReferenceFile.open(folder.resolve("out.stars"));
        assertThat(file.facts().epoch()).isEqualTo(GAIA);
        assertThat(file.band()).isEqualTo(new ReferenceBand("G", "Vega", Optional.of("BP-RP")));
        ReferenceStar first = all(file).get(0);
        assertThat(first.magnitude()).isEqualTo(12.5);
        assertThat(first.magnitudeError().orElseThrow()).isEqualTo(0.001, within(0.0001));
        assertThat(first.colour().orElseThrow()).isEqualTo(0.75);
        assertThat(first.positionError().orElseThrow()).isEqualTo(0.00035, within(0.00001));
        assertThat(first.moving()).isTrue();
        assertThat(all(file).get(1).moving()).isFalse();
    }

    @Test
    void aGzippedFileGivesTheSameStars() throws IOException {
        Path packed = folder.resolve("gaia.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(GAIA_CSV.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(imported(Wanted.all("dr3"), packed).stars()).isEqualTo(2);
    }

    /** Who unpacks has to ask the file whether more follows when a part ends where what was read so far ends. */
    @Test
    void aGzippedFileOfSeveralPartsIsReadToItsEndWhereverTheyEnd() throws IOException {
        byte[] stars = gzipped(GAIA_CSV.getBytes(StandardCharsets.UTF_8));
        for (int beyond = -30; beyond <= 20; beyond++) {
            ByteArrayOutputStream parts = new ByteArrayOutputStream();
            parts.write(emptyPart((1 << 16) + beyond));
            parts.write(stars);
            Path packed = Files.write(folder.resolve("parts.csv.gz"), parts.toByteArray());
            Files.deleteIfExists(folder.resolve("out.stars"));
            assertThat(imported(Wanted.all("dr3"), packed).stars())
                    .as("the first part ends %d bytes beyond", beyond)
                    .isEqualTo(2);
        }
    }

    /** Nothing, packed into so many bytes: the header of a part may hold extra ones. */
    private static byte[] emptyPart(int size) throws IOException {
        byte[] plain = gzipped(new byte[0]);
        int header = 10;
        int extra = size - plain.length - 2;
        ByteBuffer part = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        part.put(plain, 0, header).putShort((short) extra).position(header + 2 + extra);
        part.put(plain, header, plain.length - header).put(3, (byte) 4);
        return part.array();
    }

    private static byte[] gzipped(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    @Test
    void starsOfAnotherEpochAreBroughtToTheFiles() throws IOException {
        Path csv = text("gaia.csv", GAIA_CSV);
        ReferenceFile file = imported(Wanted.all("dr3").withEpoch(new Epoch(2026)), csv);
        assertThat(file.facts().epoch()).isEqualTo(new Epoch(2026));
        SkyPosition moved = all(file).get(0).position();
        assertThat((moved.decDegrees() + 20.25) * 3600).isEqualTo(-0.5025, within(0.001));
    }

    @Test
    void viziersTychoWithUnitsAndDashesIsUnderstood() throws IOException {
        Path tsv = text("tycho.tsv", """
                #RESOURCE=yCat_1259
                RAmdeg;DEmdeg;pmRA;pmDE;e_RAmdeg;e_DEmdeg;BTmag;VTmag
                deg;deg;mas/yr;mas/yr;mas;mas;mag;mag
                ------------;------------;-------;-------;---;---;------;------
                  2.31750494;  2.23184345;  -16.3;   -9.0; 68; 73;12.146;12.146
                  1.12558209;  2.26739400;   27.7;   -0.5;  9; 12;10.488; 8.670
                """);
        ReferenceFile file = imported(Wanted.all("tycho"), tsv);
        assertThat(file.stars()).isEqualTo(2);
        assertThat(file.facts().epoch()).isEqualTo(Epoch.J2000);
        assertThat(file.band()).isEqualTo(new ReferenceBand("VT", "Vega", Optional.of("BT-VT")));
        ReferenceStar star = all(file).get(0);
        assertThat(star.position().arcsecondsFrom(new SkyPosition(1.12558209, 2.26739400)))
                .isLessThan(0.0003);
        assertThat(star.colour().orElseThrow()).isEqualTo(1.818, within(1e-9));
    }

    @Test
    void aTextWithoutHeadsIsReadByTheNumbersOfItsColumns() throws IOException {
        Path text = text("stars.txt", "1.5 -2.5 11.25\n359.5 3.5 12.25\n");
        Wanted wanted = wanted(Map.of(Role.RA, "1", Role.DEC, "2", Role.MAGNITUDE, "3"), "V:Vega", 1991.25);
        ReferenceFile file = imported(wanted, text);
        assertThat(file.stars()).isEqualTo(2);
        assertThat(file.band()).isEqualTo(new ReferenceBand("V", "Vega", Optional.empty()));
    }

    @Test
    void unitsAreConverted() throws IOException {
        Path text = text("stars.csv", "ALPHA,DELTA,M,MU,MUD\n0.5,-0.25,11.25,0.25,-0.5\n");
        Wanted wanted = wanted(
                Map.of(
                        Role.RA, "ALPHA:rad",
                        Role.DEC, "DELTA:rad",
                        Role.MAGNITUDE, "M",
                        Role.MOTION_RA, "MU:arcsec/yr",
                        Role.MOTION_DEC, "MUD:arcsec.yr**-1"),
                "r:AB",
                2000);
        ReferenceStar later = imported(wanted, text)
                .around(new SkyPosition(Math.toDegrees(0.5), Math.toDegrees(-0.25)), 1, new Epoch(2010), 1)
                .get(0);
        assertThat(later.position().decDegrees()).isEqualTo(Math.toDegrees(-0.25) - 5 / 3600.0, within(1e-7));
    }

    @Test
    void aFitsTableIsRead() throws IOException, BadFitsException {
        Path fits = folder.resolve("table.fits");
        OutputHdu table = OutputHdu.table(
                Header.builder().build(),
                List.of(
                        Column.longs("ID", "", 1, 2),
                        Column.doubles("RA", "deg", 1.5, 359.25),
                        Column.doubles("DEC", "deg", -89.5, 89.5),
                        Column.doubles("MAG", "mag", 11.25, Double.NaN)));
        FitsWriter.write(fits, List.of(OutputHdu.empty(Header.EMPTY), table));
        ReferenceFile file = imported(wanted(Map.of(), "V:Vega", 2000), fits);
        assertThat(all(file))
                .singleElement()
                .satisfies(star -> assertThat(star.magnitude()).isEqualTo(11.25));
    }

    @Test
    void aVotableIsReadWhetherItsDataAreXmlOrBinary() throws IOException {
        Path xml = text("vo.xml", votable("""
                        <TABLEDATA><TR><TD>10.5</TD><TD>-20.25</TD><TD>12.5</TD><TD>long</TD></TR>
                        <TR><TD>10.75</TD><TD>-20.25</TD><TD/><TD/></TR></TABLEDATA>"""));
        Path binary =
                text("vo.vot", votable("<BINARY2><STREAM encoding=\"base64\">" + binary() + "</STREAM></BINARY2>"));
        ReferenceFile file = imported(Wanted.all("vo").withEpoch(GAIA), xml);
        assertThat(file.stars()).isEqualTo(1);
        Files.delete(folder.resolve("out.stars"));
        assertThat(all(imported(Wanted.all("vo").withEpoch(GAIA), binary))).isEqualTo(all(file));
    }

    private static String votable(String data) {
        return """
                <?xml version="1.0"?>
                <VOTABLE version="1.3" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE type="results"><TABLE>
                <DESCRIPTION>two &lt; three</DESCRIPTION>
                <FIELD name="ra" datatype="double" unit="deg"/><FIELD name="dec" datatype="double" unit="deg"/>
                <FIELD name="phot_g_mean_mag" datatype="float" unit="mag"/><FIELD name="note" datatype="char" arraysize="*"/>
                <DATA>%s</DATA></TABLE></RESOURCE></VOTABLE>
                """.formatted(data);
    }

    private static String binary() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (double ra : new double[] {10.5, 10.75}) {
                out.writeByte(ra > 10.5 ? 0x30 : 0);
                out.writeDouble(ra);
                out.writeDouble(-20.25);
                out.writeFloat(12.5f);
                out.writeInt(ra > 10.5 ? 0 : 4);
                out.writeBytes(ra > 10.5 ? "" : "long");
            }
        }
        return Base64.getMimeEncoder().encodeToString(bytes.toByteArray());
    }

    /** Real stars, and where astrometry.net's own query-starkd finds them. */
    @Test
    void anIndexOfAstrometryNetIsRead() throws IOException, URISyntaxException {
        Path index = Path.of(
                CatalogueImportTest.class.getResource("index-tycho2-19.fits.gz").toURI());
        ReferenceFile file = imported(Wanted.all("tycho2"), index);
        assertThat(file.stars()).isEqualTo(1080);
        assertThat(file.band()).isEqualTo(new ReferenceBand("VT", "Vega", Optional.empty()));
        assertThat(file.facts().epoch()).isEqualTo(Epoch.J2000);
        List<ReferenceStar> orion = file.around(new SkyPosition(83.82, -5.39), 12, Epoch.J2000, 100);
        assertThat(orion).hasSize(15);
        assertThat(orion.get(10).magnitude()).isEqualTo(4.239, within(0.0006));
        assertThat(orion.get(10).position().arcsecondsFrom(new SkyPosition(79.89385223912878, -13.176785478131277)))
                .isLessThan(0.001);
    }

    @Test
    void aRegionAndAFaintestMagnitudeMakeASlice() throws IOException {
        Path text = text("stars.csv", "ra,dec,mag\n1,1,5\n1.1,1,9\n40,1,5\n");
        Wanted wanted = new Wanted(
                "slice",
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.of(GAIA),
                8,
                Optional.of(new Wanted.Region(new SkyPosition(1, 1), 2)),
                "a slice");
        ImportReport report = CatalogueImport.run(List.of(text), folder.resolve("out.stars"), wanted, bytes -> {});
        assertThat(report.stars()).isEqualTo(1);
        assertThat(report.leftOut()).isEqualTo(Map.of(LeftOut.TOO_FAINT, 1L, LeftOut.ELSEWHERE, 1L));
        assertThat(report.facts().note()).isEqualTo("a slice");
    }

    @Test
    void mistakesAreSaidWithFileAndLine() throws IOException {
        Wanted wanted = Wanted.all("bad").withEpoch(GAIA);
        refused("ra,dec,mag\n1,2,3\n1,2\n", wanted, "stars.csv, line 3", "2 values for 3 columns");
        refused("# c\nra,dec,mag\n1,2,3\n1,12:30,4\n", wanted, "stars.csv, line 4", "'12:30'", "dec");
        refused("ra,dec,brightness\n1,2,3\n", wanted, "mag", "--columns", "brightness");
        refused("ra,dec,mag\n1,2,3\n", Wanted.all("bad"), "--epoch");
        refused("ra,dec,mag\n,2,3\n", wanted, "none is a star");
        refused("", wanted, "empty");
        refused("ra,dec,mag\n1,2,3\n", wanted(Map.of(Role.PARALLAX, "p"), "r", 2000), "no column 'p'", "ra, dec, mag");
        refused("ra,dec,mag\n1,2,3\n", wanted(Map.of(Role.RA, "ra:parsec"), "r", 2000), "unit 'parsec'");
        refused("<?xml version='1.0'?><VOTABLE><RESOURCE><INFO>no</INFO></RESOURCE></VOTABLE>", wanted, "no data");
        refused("<?xml version='1.0'?><VOTABLE>\n<RESOURCE></VOTABLE>", wanted, "line 2", "XML");
    }

    private void refused(String text, Wanted wanted, String... words) throws IOException {
        Path file = text("stars.csv", text);
        assertThatThrownBy(() -> imported(wanted, file))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(words)
                .hasMessageContaining("stars.csv");
        assertThat(folder.resolve("out.stars")).doesNotExist();
        Files.delete(file);
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatAUserSaysOfColumnsIsChecked() {
        assertThat(Wanted.columns(List.of("ra=RAJ2000", "pmra=MU:arcsec/yr")))
                .isEqualTo(Map.of(Role.RA, "RAJ2000", Role.MOTION_RA, "MU:arcsec/yr"));
        assertThatThrownBy(() -> Wanted.columns(List.of("right=RA")))
                .hasMessageContainingAll("right=RA", "pmdec-error");
    }

    private static Wanted wanted(Map<Role, String> columns, String band, double epoch) {
        return new Wanted(
                "own",
                Optional.empty(),
                columns,
                Optional.of(band),
                Optional.of(new Epoch(epoch)),
                Double.POSITIVE_INFINITY,
                Optional.empty(),
                "");
    }
}
