package dev.vigil.producer.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.SettingsException;
import dev.vigil.producer.ProducerSettings;
import dev.vigil.schemas.events.FrameType;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
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
        assertThat(packaging(Map.of()).of("T1", "T1/n/a.fits", FrameType.SCIENCE))
                .isEmpty();
    }

    @Test
    void aUnitMayHaveAHabitOfItsOwn() {
        Packaging packaging = packaging(Map.of("producer.packaging", "rice", "producer.units.NEAR.packaging", "none"));
        assertThat(packaging.of("FAR", "FAR/n/a.fits", FrameType.SCIENCE)).containsExactly(ExactForm.RICE);
        assertThat(packaging.of("NEAR", "NEAR/n/a.fits", FrameType.SCIENCE)).isEmpty();
    }

    @Test
    void whatIsSaidOfAUnitHoldsWhateverItsFolderIsCalled() {
        Packaging packaging = packaging(Map.of("producer.units.FAR.packaging", "zstd"));
        assertThat(packaging.of("FAR", "camera1/n/a.fits", FrameType.SCIENCE)).containsExactly(ExactForm.ZSTD);
        assertThat(packaging.of("NEAR", "FAR/n/a.fits", FrameType.SCIENCE)).containsExactly(ExactForm.ZSTD);
    }

    @Test
    void whatIsCompressedAlreadyOrNoFrameGoesAsItIs() {
        Packaging packaging = packaging(Map.of("producer.packaging", "rice"));
        assertThat(packaging.of("T1", "T1/n/a.fits.fz", FrameType.SCIENCE)).isEmpty();
        assertThat(packaging.of("T1", "T1/n/a.FITS.GZ", FrameType.SCIENCE)).isEmpty();
        assertThat(packaging.of("T1", "T1/n/notes.txt", FrameType.SCIENCE)).isEmpty();
        assertThat(packaging.of("T1", "T1/n/a.FIT", FrameType.SCIENCE)).containsExactly(ExactForm.RICE);
    }

    @Test
    void theSharedDiskIsQuickestThenPackedThenPlain() {
        Packaging packaging = packaging(Map.of("producer.packaging", "rice"));
        Locations locations =
                new Locations(Optional.of(Path.of("/data")), List.of(SERVER), packaging, Optional.empty());
        assertThat(locations.of("T1", "T1/n/a.fits", FrameType.SCIENCE))
                .containsExactly(
                        Path.of("/data/T1/n/a.fits").toUri(),
                        URI.create("http://far:9200/files/T1/n/a.fits?packed=rice"),
                        URI.create("http://far:9200/files/T1/n/a.fits"));
    }

    @Test
    void anSftpServerIsTheLastWayAndTheOnlyOneIfNoOtherIsOffered() {
        Optional<URI> sftp = Optional.of(URI.create("sftp://camera@dome/data"));
        Locations last = new Locations(Optional.empty(), List.of(SERVER), Packaging.NONE, sftp);
        assertThat(last.of("T1", "T1/n/my a.fits", FrameType.SCIENCE))
                .containsExactly(
                        URI.create("http://far:9200/files/T1/n/my%20a.fits"),
                        URI.create("sftp://camera@dome/data/T1/n/my%20a.fits"));
        Locations only = new Locations(Optional.empty(), List.of(), Packaging.NONE, sftp);
        assertThat(only.of("T1", "T1/n/a.fits", FrameType.SCIENCE))
                .containsExactly(URI.create("sftp://camera@dome/data/T1/n/a.fits"));
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

    @Test
    void allLinesOfATelescopeAreOfferedAndThePackedFormOfEachComesFirst() {
        Packaging packaging = packaging(Map.of("producer.packaging", "rice"));
        Locations locations = new Locations(
                Optional.empty(), List.of(SERVER, URI.create("https://radio:9200")), packaging, Optional.empty());
        assertThat(locations.of("T1", "T1/n/a.fits", FrameType.SCIENCE))
                .containsExactly(
                        URI.create("http://far:9200/files/T1/n/a.fits?packed=rice"),
                        URI.create("https://radio:9200/files/T1/n/a.fits?packed=rice"),
                        URI.create("http://far:9200/files/T1/n/a.fits"),
                        URI.create("https://radio:9200/files/T1/n/a.fits"));
    }

    @Test
    void anyFileMayGoInZstdUnlessItIsCompressedAlready() {
        Packaging packaging = packaging(Map.of("producer.units.FAR.packaging", "zstd"));
        assertThat(packaging.of("FAR", "FAR/n/a.fits", FrameType.SCIENCE)).containsExactly(ExactForm.ZSTD);
        assertThat(packaging.of("FAR", "FAR/n/notes.txt", FrameType.SCIENCE)).containsExactly(ExactForm.ZSTD);
        assertThat(packaging.of("FAR", "FAR/n/a.fits.fz", FrameType.SCIENCE)).isEmpty();
        assertThat(packaging.of("NEAR", "NEAR/n/a.fits", FrameType.SCIENCE)).isEmpty();
    }

    private static final Map<String, String> LOSSY =
            Map.of("producer.packaging", "lossy", "producer.originals", "kept", "producer.units.FAR.loss", "8");

    @Test
    void whereSomethingMayBeLostScienceFramesAreOfferedSoAndThenExactly() {
        Packaging packaging = packaging(LOSSY);
        assertThat(packaging.of("T1", "T1/n/a.fits", FrameType.SCIENCE))
                .containsExactly(new LossyForm(4), ExactForm.RICE);
        Locations locations = new Locations(Optional.empty(), List.of(SERVER), packaging);
        assertThat(locations.of("FAR", "FAR/n/a.fits", FrameType.SCIENCE))
                .containsExactly(
                        URI.create("http://far:9200/files/FAR/n/a.fits?packed=lossy-8"),
                        URI.create("http://far:9200/files/FAR/n/a.fits?packed=rice"),
                        URI.create("http://far:9200/files/FAR/n/a.fits"));
    }

    @Test
    void calibrationsAreNeverOfferedWithLoss() {
        for (FrameType type : List.of(FrameType.BIAS, FrameType.DARK, FrameType.FLAT, FrameType.UNKNOWN)) {
            assertThat(packaging(LOSSY).of("T1", "T1/n/a.fits", type)).containsExactly(ExactForm.RICE);
        }
    }

    @Test
    void nothingIsLostUnlessSomebodySaysThatTheOriginalsAreKept() {
        assertThatThrownBy(() -> packaging(Map.of("producer.packaging", "lossy")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("producer.originals does not say kept");
        assertThatThrownBy(() -> packaging(Map.of("producer.units.FAR.packaging", "lossy")))
                .hasMessageContaining("producer.units.FAR.packaging is lossy");
    }

    @Test
    void whatIsKeptIsNotReleased() {
        assertThatThrownBy(() ->
                        packaging(Map.of("producer.originals", "kept", "producer.units.FAR.release-after", "30 d")))
                .hasMessageContaining("producer.units.FAR.release-after says after which time they may be deleted");
    }

    @Test
    void aFormIsKnownByItsWord() {
        assertThat(PackedForm.asked("packed=lossy-4")).contains(new LossyForm(4));
        assertThat(PackedForm.asked("packed=rice")).contains(ExactForm.RICE);
        assertThat(PackedForm.asked("packed=lossy-1")).isEmpty();
        assertThat(PackedForm.asked("packed=lossy")).isEmpty();
    }
}
