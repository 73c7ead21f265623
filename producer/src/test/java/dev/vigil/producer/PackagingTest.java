package dev.vigil.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.common.settings.Config;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackagingTest {
    private static final URI SERVER = URI.create("http://far:9200");

    private static Packaging packaging(Map<String, String> settings) {
        return Config.of(settings).read(Packaging::from);
    }

    @Test
    void filesGoAsTheyAreUnlessSomebodySaysOtherwise() {
        assertThat(packaging(Map.of()).isFor("T1/n/a.fits")).isFalse();
    }

    @Test
    void aUnitMayHaveAHabitOfItsOwn() {
        Packaging packaging = packaging(Map.of("producer.packaging", "rice", "producer.units.NEAR.packaging", "none"));
        assertThat(packaging.isFor("FAR/n/a.fits")).isTrue();
        assertThat(packaging.isFor("NEAR/n/a.fits")).isFalse();
    }

    @Test
    void whatIsCompressedAlreadyOrNoFrameGoesAsItIs() {
        Packaging packaging = packaging(Map.of("producer.packaging", "rice"));
        assertThat(packaging.isFor("T1/n/a.fits.fz")).isFalse();
        assertThat(packaging.isFor("T1/n/a.FITS.GZ")).isFalse();
        assertThat(packaging.isFor("T1/n/notes.txt")).isFalse();
        assertThat(packaging.isFor("T1/n/a.FIT")).isTrue();
    }

    @Test
    void theSharedDiskIsQuickestThenPackedThenPlain() {
        Packaging packaging = packaging(Map.of("producer.packaging", "rice"));
        Locations locations = new Locations(Optional.of(Path.of("/data")), Optional.of(SERVER), packaging);
        assertThat(locations.of("T1/n/a.fits"))
                .containsExactly(
                        Path.of("/data/T1/n/a.fits").toUri(),
                        URI.create("http://far:9200/files/T1/n/a.fits?packed=rice"),
                        URI.create("http://far:9200/files/T1/n/a.fits"));
    }

    @Test
    void anSftpServerIsTheLastWayAndTheOnlyOneIfNoOtherIsOffered() {
        Optional<URI> sftp = Optional.of(URI.create("sftp://camera@dome/data"));
        Locations last = new Locations(Optional.empty(), Optional.of(SERVER), Packaging.NONE, sftp);
        assertThat(last.of("T1/n/my a.fits"))
                .containsExactly(
                        URI.create("http://far:9200/files/T1/n/my%20a.fits"),
                        URI.create("sftp://camera@dome/data/T1/n/my%20a.fits"));
        Locations only = new Locations(Optional.empty(), Optional.empty(), Packaging.NONE, sftp);
        assertThat(only.of("T1/n/a.fits")).containsExactly(URI.create("sftp://camera@dome/data/T1/n/a.fits"));
    }

    @Test
    void whoOffersSftpAloneSaysWhere() {
        assertThatThrownBy(() -> ProducerSettings.from(Config.of(Map.of("producer.offer", "sftp"))))
                .hasMessageContaining("producer.sftp");
        ProducerSettings settings = ProducerSettings.from(
                Config.of(Map.of("producer.offer", "sftp", "producer.sftp", "sftp://camera@dome/data/")));
        assertThat(settings.sftp()).contains(URI.create("sftp://camera@dome/data"));
        assertThat(settings.offersHttp() || settings.offersPaths()).isFalse();
        assertThatThrownBy(() -> ProducerSettings.from(Config.of(Map.of("producer.sftp", "dome:/data"))))
                .hasMessageContaining("producer.sftp");
    }
}
