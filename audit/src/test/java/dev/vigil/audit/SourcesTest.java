package dev.vigil.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.vigil.common.tls.Trust;
import dev.vigil.schemas.events.NightRange;
import dev.vigil.schemas.events.UnitAlive;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    private static final URI ADDRESS = URI.create("http://far/listing/T1");

    private static Map<String, SourceFile> parsed(String text) throws IOException {
        return Sources.parsed(ADDRESS, new BufferedReader(new StringReader(text)));
    }

    @Test
    void aListingIsReadWithItsEncodedPaths() throws Exception {
        assertThat(parsed("2880\t1000\tT1/n/a%20b.fits\nend\t1\n"))
                .containsExactly(
                        Map.entry("T1/n/a b.fits", new SourceFile("T1/n/a b.fits", 2880, Instant.ofEpochSecond(1))));
    }

    @Test
    void aListingThatEndsEarlyIsNone() {
        assertThatThrownBy(() -> parsed("2880\t1000\tT1/n/a.fits\n")).hasMessageContaining("ended its listing early");
        assertThatThrownBy(() -> parsed("2880\t1000\tT1/n/a.fits\nclosed\tT1/2026-11-20\n"))
                .hasMessageContainingAll(
                        "T1/2026-11-20 may not be read by its producer", "give the producer the right");
        assertThatThrownBy(() -> parsed("2880\t1000\tT1/n/a.fits\nend\t2\n")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> parsed("<html>\n")).hasMessageContaining("what is no listing: <html>");
    }

    @Test
    void aDiskThatThisMachineReachesIsListedWithoutWhatIsUnfinished(@TempDir Path root) throws Exception {
        for (String name : List.of("a.fits", "b.fits.part", ".hidden", ".nfs0001", "c.tmp")) {
            Path file = root.resolve("T1/2026-11-19").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x");
        }
        Sighted newest = new Sighted(
                1,
                "T1/2026-11-19/a.fits",
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                true,
                List.of(root.resolve("T1/2026-11-19/a.fits").toUri()));
        SourceSide side = new Sources(new Producers("", Trust.OF_THE_SYSTEM))
                .list(Map.of("T1", new UnitSaid(newest)), Set.of("T1", "T2"), Nights.ALL, Set.of());
        assertThat(side.files()).containsOnlyKeys("T1/2026-11-19/a.fits");
        assertThat(side.isKnown("T1")).isTrue();
        assertThat(side.isKnown("T2")).isFalse();
        assertThat(side.silent()).containsKey("T2");
    }

    @Test
    void aLinkIsThereAsWhatItLeadsToAndOneThatLeadsNowhereWithoutBytes(@TempDir Path root) throws Exception {
        Path night = Files.createDirectories(root.resolve("T1/2026-11-19"));
        Files.writeString(night.resolve("a.fits"), "abc");
        Files.createSymbolicLink(night.resolve("inside.fits"), Path.of("a.fits"));
        Files.createSymbolicLink(night.resolve("nowhere.fits"), Path.of("/nowhere/b.fits"));
        Map<String, SourceFile> files = new DiskListing(root, "T1", Duration.ofSeconds(10)).files();
        SourceFile file = files.get("T1/2026-11-19/a.fits");
        assertThat(files.get("T1/2026-11-19/inside.fits"))
                .isEqualTo(new SourceFile("T1/2026-11-19/inside.fits", 3, file.modified()));
        assertThat(files.get("T1/2026-11-19/nowhere.fits").size()).isZero();
    }

    @Test
    void aFolderThatIsNamedLikeAFrameIsThereWithoutBytes(@TempDir Path root) throws Exception {
        Files.writeString(
                Files.createDirectories(root.resolve("T1/night/x.fits")).resolve("b.fits"), "abc");
        assertThat(new DiskListing(root, "T1", Duration.ofSeconds(10)).files().values())
                .extracting(SourceFile::path, SourceFile::size)
                .containsExactly(tuple("T1/night/x.fits", 0L), tuple("T1/night/x.fits/b.fits", 3L));
    }

    @Test
    void aProducerThatDoesNotAnswerIsSilentWithTheReason() throws Exception {
        Sighted newest = new Sighted(
                1,
                "T1/n/a.fits",
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                true,
                List.of(URI.create("http://127.0.0.1:1/files/T1/n/a.fits")));
        SourceSide side = new Sources(new Producers("", Trust.OF_THE_SYSTEM))
                .list(Map.of("T1", new UnitSaid(newest)), Set.of("T1"), Nights.ALL, Set.of());
        assertThat(side.silent()).containsOnlyKeys("T1");
        assertThat(side.silent().get("T1"))
                .hasToString(
                        "could not be asked: http://127.0.0.1:1/listing/T1 does not answer (ConnectException);"
                                + " to do: see that its producer runs, and that producer.address is where it is reached from here");
        assertThat(side.files()).isEmpty();
    }

    @Test
    void eachAddressThatDoesNotAnswerIsToldOnceAndOneBySftpIsNot() throws Exception {
        Sighted newest = new Sighted(
                1,
                "T1/n/a.fits",
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                true,
                List.of(
                        URI.create("http://127.0.0.1:1/files/T1/n/a.fits?form=rice"),
                        URI.create("http://127.0.0.1:2/files/T1/n/a.fits?form=rice"),
                        URI.create("http://127.0.0.1:1/files/T1/n/a.fits"),
                        URI.create("http://127.0.0.1:2/files/T1/n/a.fits"),
                        URI.create("sftp://camera@dome/data/T1/n/a.fits")));
        SourceSide side = new Sources(new Producers("", Trust.OF_THE_SYSTEM))
                .list(Map.of("T1", new UnitSaid(newest)), Set.of("T1"), Nights.ALL, Set.of());
        assertThat(side.silent().get("T1").isTrouble()).isTrue();
        assertThat(side.silent().get("T1").why().split("does not answer", -1)).hasSize(3);
        assertThat(side.silent().get("T1").why())
                .startsWith("http://127.0.0.1:1/listing/T1 does not answer (ConnectException)")
                .contains("; http://127.0.0.1:2/listing/T1 does not answer (ConnectException)")
                .doesNotContain("SFTP");
    }

    @Test
    void filesOfNightsThatAreNotTakenAreCountedAndNotAskedAbout(@TempDir Path root) throws Exception {
        for (String night : List.of("20261117", "2026-11-18", "2026-11-19")) {
            Path file = root.resolve("T1").resolve(night).resolve("a.fits");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x");
        }
        Sighted newest = new Sighted(1, "T1/2026-11-19/a.fits", 1, Instant.EPOCH, Instant.EPOCH, true, List.of());
        UnitSaid said = new UnitSaid(newest).with(alive(root, true), Instant.EPOCH.plusSeconds(9));
        SourceSide side = new Sources(new Producers("", Trust.OF_THE_SYSTEM))
                .list(Map.of("T1", said), Set.of("T1"), Nights.ALL, Set.of("T1/2026-11-18/a.fits"));
        assertThat(side.files()).containsOnlyKeys("T1/2026-11-18/a.fits", "T1/2026-11-19/a.fits");
        assertThat(side.passedBy()).isEqualTo(1);
    }

    @Test
    void aDiskThatItsProducerDoesNotReachNowIsNotAsked(@TempDir Path root) throws Exception {
        Path file = root.resolve("T1/2026-11-19/a.fits");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        Sighted newest = new Sighted(1, "T1/2026-11-19/a.fits", 1, Instant.EPOCH, Instant.EPOCH, true, List.of());
        UnitSaid said = new UnitSaid(newest);
        UnitSaid away = said.with(alive(root, false), Instant.EPOCH.plusSeconds(9));
        SourceSide side = new Sources(new Producers("", Trust.OF_THE_SYSTEM))
                .list(Map.of("T1", away), Set.of("T1"), Nights.ALL, Set.of());
        assertThat(side.isKnown("T1")).isFalse();
        assertThat(side.silent().get("T1"))
                .hasToString("could not be asked: its producer does not reach it: its disk hangs");
        UnitSaid longAgo = said.with(alive(root, false), Instant.EPOCH.plusSeconds(900));
        assertThat(new Sources(new Producers("", Trust.OF_THE_SYSTEM))
                        .list(Map.of("T1", longAgo), Set.of("T1"), Nights.ALL, Set.of())
                        .isKnown("T1"))
                .isTrue();
    }

    /** A producer that takes nights from 19 November 2026 on, and has another address by now. */
    private static UnitAlive alive(Path root, boolean isReachable) {
        return new UnitAlive(
                "T1",
                Instant.EPOCH.plusSeconds(1),
                isReachable,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                3,
                1,
                1,
                0,
                isReachable ? Optional.empty() : Optional.of("its disk hangs"),
                1,
                List.of(root.toUri()),
                List.of(new NightRange(LocalDate.parse("2026-11-19"), Optional.empty())));
    }

    @Test
    void aDiskThatIsReachedBySftpAloneIsSilentWithTheReason() throws Exception {
        Sighted newest = new Sighted(
                1,
                "T1/n/a.fits",
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                true,
                List.of(URI.create("sftp://camera@dome/data/T1/n/a.fits")));
        SourceSide side = new Sources(new Producers("", Trust.OF_THE_SYSTEM))
                .list(Map.of("T1", new UnitSaid(newest)), Set.of("T1"), Nights.ALL, Set.of());
        assertThat(side.silent()).hasEntrySatisfying("T1", why -> {
            assertThat(why.why()).contains("SFTP");
            assertThat(why.isTrouble()).isFalse();
        });
        assertThat(side.isKnown("T1")).isFalse();
    }
}
