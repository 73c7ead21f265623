package dev.vigil.common.tls;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Which producers are believed to be who they say: those with a certificate of the given file, or signed by one of it; those
 * that this machine trusts anyway, if no file is given.
 *
 * @param file a PEM file
 */
public record Trust(Optional<Path> file) {
    /** What this machine trusts anyway. */
    public static final Trust OF_THE_SYSTEM = new Trust(Optional.empty());

    public Trust {
        Objects.requireNonNull(file, "file");
    }

    /** Of whoever fetches files. */
    public static Trust from(Config.Reader in) {
        return new Trust(in.get(Settings.TRANSFER_TRUST));
    }

    /** What a client needs to tell whom to believe; says what is wrong with the file. */
    public SSLContext context() throws IOException {
        try {
            if (file.isEmpty()) {
                return SSLContext.getDefault();
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store(file.get()));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException bad) {
            throw new IOException(
                    "the certificates of " + Settings.TRANSFER_TRUST.name() + " cannot be used: " + bad.getMessage(),
                    bad);
        }
    }

    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (X509Certificate each : new Pem(Settings.TRANSFER_TRUST.name(), file).certificates()) {
            store.setCertificateEntry("trusted-" + number++, each);
        }
        return store;
    }

    /** Why a producer was not believed, and what to do; nothing if something else went wrong. */
    public static Optional<String> reason(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(CertificateException.class::isInstance)
                .reduce((outer, inner) -> inner)
                .map(Trust::worded);
    }

    private static String worded(Throwable cause) {
        String said = cause.getMessage();
        if (cause instanceof CertificateExpiredException) {
            return "its certificate is no longer valid (" + said + "): renew what "
                    + Settings.PRODUCER_TLS_CERTIFICATE.name() + " names, and start the producer again";
        }
        if (String.valueOf(said).startsWith("No ")) {
            return "its certificate is for another name (" + said + "): name in " + Settings.PRODUCER_ADDRESS.name()
                    + " one that stands in it, or have it made for this one";
        }
        return "its certificate is not trusted (" + said + "): set " + Settings.TRANSFER_TRUST.name()
                + " to a PEM file that holds it, or the authority's that signed it";
    }
}
