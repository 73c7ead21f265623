package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Draft;
import dev.vigil.common.settings.PerUnit;
import dev.vigil.common.tls.Identity;
import dev.vigil.common.tls.Trust;
import dev.vigil.testkit.InMemoryArchive;
import dev.vigil.testkit.TestCertificate;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that come over TLS, from who is believed and from who is not. */
class EncryptedLineTest {
    private static final byte[] BYTES = Tasks.noise(2_000_000, 1);

    private final InMemoryArchive archive = new InMemoryArchive();
    private static TestCertificate certificate;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        certificate = TestCertificate.make(folder);
    }

    private static TelescopeServer server(TestCertificate certificate) throws Exception {
        Identity identity = new Identity(
                Optional.of(certificate.certificate()), Optional.of(certificate.key()), Optional.empty(), "");
        return new TelescopeServer(BYTES, identity.context());
    }

    private static Trust trust(TestCertificate certificate) {
        return new Trust(Optional.of(certificate.certificate()));
    }

    private String digest(TelescopeServer server, Trust trust, Streams streams) throws Exception {
        try (HttpSource http = new HttpSource("a secret", Tasks.PATIENCE, trust, new WaitingRoom(4));
                Draft draft = new Fetcher(http, Tasks.noSftp(), SharedDisk.COPIED, Duration.ofMillis(1), streams)
                        .fetch(
                                Tasks.plain(BYTES, server.location()),
                                () -> archive.draft(ArchiveKey.of("a.fits"), "worker"),
                                new Journal())) {
            return draft.digest();
        }
    }

    private Trouble.Away refused(TelescopeServer server, Trust trust) {
        TroubleException thrown =
                catchThrowableOfType(TroubleException.class, () -> digest(server, trust, Tasks.UNHURRIED));
        return (Trouble.Away) thrown.trouble();
    }

    @Test
    void aFileComesFromWhoIsBelieved() throws Exception {
        try (TelescopeServer server = server(certificate)) {
            assertThat(digest(server, trust(certificate), Tasks.UNHURRIED))
                    .isEqualTo(Tasks.sha256(BYTES).value());
            assertThat(server.location().getScheme()).isEqualTo("https");
        }
    }

    @Test
    void severalStreamsThatAreCutAreEncryptedToo() throws Exception {
        try (TelescopeServer server = server(certificate)) {
            server.first(server.cutAfter(500_000), server.cutAfter(100_000), server.cutAfter(100_000));
            assertThat(digest(
                            server,
                            trust(certificate),
                            new Streams(new PerUnit<>(4, Map.of()), Duration.ZERO, Double.MAX_VALUE)))
                    .isEqualTo(Tasks.sha256(BYTES).value());
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotBelievedAndTheSettingIsNamed() throws Exception {
        try (TelescopeServer server = server(certificate)) {
            Trouble.Away away = refused(server, Trust.OF_THE_SYSTEM);
            assertThat(away.state()).contains("not trusted").contains("transfer.trust");
            assertThat(away.what()).isEqualTo(Place.address(server.location()));
            assertThat(server.ranges()).isEmpty();
        }
    }

    @Test
    void anotherCertificateThanTheOneGivenIsNotBelieved() throws Exception {
        TestCertificate other = TestCertificate.make(Files.createDirectory(folder.resolve("other")));
        try (TelescopeServer server = server(other)) {
            assertThat(refused(server, trust(certificate)).state()).contains("transfer.trust");
        }
    }

    @Test
    void aCertificateForAnotherNameIsNotBelievedAndTheSettingIsNamed() throws Exception {
        TestCertificate other =
                TestCertificate.make(Files.createDirectory(folder.resolve("other")), "dns:elsewhere.org");
        try (TelescopeServer server = server(other)) {
            assertThat(refused(server, trust(other)).state())
                    .contains("for another name")
                    .contains("producer.address");
        }
    }

    @Test
    void theClearIsNotTakenForTheEncrypted() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES);
                HttpSource http = new HttpSource("a secret", Tasks.PATIENCE, trust(certificate), new WaitingRoom(4))) {
            URI wrong = URI.create(server.location().toString().replace("http:", "https:"));
            TroubleException thrown = catchThrowableOfType(
                    TroubleException.class,
                    () -> new Fetcher(http, Tasks.noSftp(), SharedDisk.COPIED, Duration.ofMillis(1), Tasks.UNHURRIED)
                            .fetch(
                                    Tasks.plain(BYTES, wrong),
                                    () -> archive.draft(ArchiveKey.of("a.fits"), "worker"),
                                    new Journal()));
            assertThat(thrown.trouble()).isInstanceOf(Trouble.Away.class);
            assertThat(server.ranges()).isEmpty();
        }
    }
}
