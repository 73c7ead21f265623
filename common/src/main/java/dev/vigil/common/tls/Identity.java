package dev.vigil.common.tls;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.common.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * By what a producer's server is known: a certificate with its key, in two files or in one key store; by nothing, if none is
 * given, and then it serves in the clear.
 *
 * @param certificate a PEM file: the certificate, and those that vouch for it
 * @param key a PEM file
 * @param keystore a PKCS 12 or JKS file in their place
 * @param password of the key store and its key
 */
public record Identity(Optional<Path> certificate, Optional<Path> key, Optional<Path> keystore, String password) {
    /** Of a server that serves in the clear. */
    public static final Identity NONE = new Identity(Optional.empty(), Optional.empty(), Optional.empty(), "");

    private static final byte[] ANYTHING = {1, 2, 3};

    public Identity {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(keystore, "keystore");
        Objects.requireNonNull(password, "password");
    }

    /** The producer's. */
    public static Identity from(Config.Reader in) {
        return new Identity(
                in.get(Settings.PRODUCER_TLS_CERTIFICATE),
                in.get(Settings.PRODUCER_TLS_KEY),
                in.get(Settings.PRODUCER_TLS_KEYSTORE),
                in.get(Settings.PRODUCER_TLS_PASSWORD));
    }

    /** Whether it serves encrypted. */
    public boolean isGiven() {
        return certificate.isPresent() || key.isPresent() || keystore.isPresent();
    }

    /** What a server needs to prove who it is; all that is wrong with its files is said at once. */
    public SSLContext context() throws IOException {
        check();
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keystore.isPresent() ? opened(keystore.get()) : ofPem(), password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException bad) {
            throw new IOException("the producer's certificate cannot be used: " + bad.getMessage(), bad);
        }
    }

    /** Looks into those of its files that are given, and says at once all that is wrong with them. */
    public void check() {
        List<String> mistakes = new ArrayList<>();
        keystore.ifPresent(file -> Look.into(() -> opened(file), mistakes));
        Optional<PublicKey> ofCertificate = certificate.flatMap(file -> Look.into(() -> publicKey(file), mistakes));
        Optional<PrivateKey> own = key.flatMap(file -> Look.into(() -> privateKey(file), mistakes));
        if (ofCertificate.isPresent() && own.isPresent() && !belong(own.get(), ofCertificate.get())) {
            mistakes.add(key.get() + " (" + Settings.PRODUCER_TLS_KEY.name() + ") is not the key of the certificate in "
                    + certificate.get() + " (" + Settings.PRODUCER_TLS_CERTIFICATE.name()
                    + "): name the two that were made together");
        }
        if (!mistakes.isEmpty()) {
            throw new SettingsException(mistakes);
        }
    }

    private static List<X509Certificate> chain(Path file) throws IOException {
        return new Pem(Settings.PRODUCER_TLS_CERTIFICATE.name(), file).certificates();
    }

    private static PublicKey publicKey(Path file) throws IOException {
        return chain(file).get(0).getPublicKey();
    }

    private static PrivateKey privateKey(Path file) throws IOException {
        return new Pem(Settings.PRODUCER_TLS_KEY.name(), file).key();
    }

    private KeyStore opened(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException(
                    file + " (" + Settings.PRODUCER_TLS_KEYSTORE.name() + ") is not there, or may not be read");
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException bad) {
            throw new IOException(file + " (" + Settings.PRODUCER_TLS_KEYSTORE.name() + ") cannot be opened; see "
                    + Settings.PRODUCER_TLS_PASSWORD.name() + ": " + bad.getMessage());
        }
    }

    private KeyStore ofPem() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "producer",
                privateKey(key.orElseThrow()),
                password.toCharArray(),
                chain(certificate.orElseThrow()).toArray(Certificate[]::new));
        return store;
    }

    private static boolean belong(PrivateKey own, PublicKey ofCertificate) {
        try {
            Signature signature = Signature.getInstance(
                    switch (own.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        case "DSA" -> "SHA256withDSA";
                        default -> own.getAlgorithm();
                    });
            signature.initSign(own);
            signature.update(ANYTHING);
            byte[] signed = signature.sign();
            signature.initVerify(ofCertificate);
            signature.update(ANYTHING);
            return signature.verify(signed);
        } catch (GeneralSecurityException differentKinds) {
            return false;
        }
    }

    @Override
    public String toString() {
        return isGiven() ? "encrypted" : "in the clear";
    }
}
