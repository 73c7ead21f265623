package dev.vigil.common.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class TrustTest {
    private static Throwable handshake(Throwable cause) {
        return new IOException("the request failed", new SSLHandshakeException("certificate").initCause(cause));
    }

    @Test
    void whatEachDistrustMeansIsSaidWithItsSetting() {
        assertThat(Trust.reason(handshake(new CertificateException("unable to find valid certification path"))))
                .hasValueSatisfying(why -> assertThat(why).contains("not trusted", "transfer.trust"));
        assertThat(Trust.reason(handshake(new CertificateException("No name matching far found"))))
                .hasValueSatisfying(why -> assertThat(why).contains("another name", "producer.address"));
        assertThat(Trust.reason(handshake(
                        new CertificateException("validation failed", new CertificateExpiredException("NotAfter: x")))))
                .hasValueSatisfying(why -> assertThat(why).contains("no longer valid", "producer.tls-certificate"));
    }

    @Test
    void aLineThatIsCutIsNoDistrust() {
        assertThat(Trust.reason(new IOException("cut", new SSLHandshakeException("closed"))))
                .isEmpty();
    }
}
