package dev.vigil.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.SettingsException;
import dev.vigil.common.tls.Identity;
import dev.vigil.common.tls.Trust;
import dev.vigil.producer.serving.FileServer;
import dev.vigil.testkit.TestCertificate;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The producer's server with a certificate, and with what is none. */
class EncryptedServerTest {
    @TempDir
    Path folder;

    private static TestCertificate certificate;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        certificate = TestCertificate.make(folder);
    }

    @BeforeEach
    void makeFile() throws Exception {
        Files.createDirectories(folder.resolve("incoming/T1/n"));
        Files.writeString(folder.resolve("incoming/T1/n/a.fits"), "0123456789");
    }

    private static Identity identity(Map<String, String> settings) {
        return Config.of(settings).read(Identity::from);
    }

    private String served(Identity identity) throws Exception {
        try (FileServer server = FileServer.open(
                new InetSocketAddress("127.0.0.1", 0),
                identity,
                folder.resolve("incoming"),
                "a-token",
                sighting -> Optional.of("digest"),
                unit -> Optional.empty())) {
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(new Trust(Optional.of(certificate.certificate())).context())
                    .build();
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("https://localhost:" + server.port() + "/files/T1/n/a.fits"))
                    .header("Authorization", "Bearer a-token")
                    .header("Range", "bytes=3-")
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @Test
    void filesAreServedEncryptedUnderACertificateOfTwoFiles() throws Exception {
        assertThat(served(identity(Map.of(
                        "producer.tls-certificate", certificate.certificate().toString(),
                        "producer.tls-key", certificate.key().toString()))))
                .isEqualTo("3456789");
    }

    @Test
    void filesAreServedEncryptedUnderACertificateOfAKeyStore() throws Exception {
        assertThat(served(identity(Map.of(
                        "producer.tls-keystore",
                        certificate.keystore().toString(),
                        "producer.tls-password",
                        TestCertificate.PASSWORD))))
                .isEqualTo("3456789");
    }

    @Test
    void aWrongPasswordIsSaidWithItsSettingAndNotShown() {
        assertThatThrownBy(() -> identity(Map.of(
                                "producer.tls-keystore",
                                certificate.keystore().toString(),
                                "producer.tls-password",
                                "a guess"))
                        .context())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("producer.tls-password")
                .hasMessageContaining("producer.p12")
                .message()
                .doesNotContain("a guess");
    }

    @Test
    void aKeyOfAnotherCertificateIsSaidWithBothFiles() throws Exception {
        TestCertificate other = TestCertificate.make(Files.createDirectory(folder.resolve("other")));
        assertThatThrownBy(() -> identity(Map.of(
                                "producer.tls-certificate",
                                        certificate.certificate().toString(),
                                "producer.tls-key", other.key().toString()))
                        .context())
                .hasMessageContaining("is not the key of the certificate")
                .hasMessageContaining("producer.tls-key")
                .hasMessageContaining("producer.tls-certificate");
    }

    @Test
    void filesThatAreMissingSwappedOrLockedAreNamedAllAtOnce() throws Exception {
        assertThatThrownBy(() -> identity(Map.of(
                                "producer.tls-certificate", certificate.key().toString(),
                                "producer.tls-key", certificate.certificate().toString()))
                        .context())
                .hasMessageContaining("producer-key.pem (producer.tls-certificate) holds a key in the place")
                .hasMessageContaining("producer.pem (producer.tls-key) holds a certificate in the place");
        Path locked = Files.writeString(
                folder.resolve("locked.pem"),
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
        assertThatThrownBy(() -> identity(Map.of(
                                "producer.tls-certificate",
                                        certificate.certificate().toString(),
                                "producer.tls-key", locked.toString()))
                        .context())
                .hasMessageContaining("locked.pem (producer.tls-key)")
                .hasMessageContaining("openssl pkcs8");
        assertThatThrownBy(() -> new Trust(Optional.of(folder.resolve("none.pem"))).context())
                .hasMessageContaining("none.pem (transfer.trust) is not there");
    }
}
