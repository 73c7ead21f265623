package dev.vigil.common.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads certificates and keys in their usual textual form. */
record Pem(String setting, Path file) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String KEY = "PRIVATE KEY";
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "DSA");

    /** All its certificates, in their order. */
    List<X509Certificate> certificates() throws IOException {
        List<byte[]> found = blocks(CERTIFICATE);
        if (found.isEmpty()) {
            throw wrong(
                    holds(KEY)
                            ? "holds a key in the place of a certificate: name the file with BEGIN CERTIFICATE"
                            : "holds no certificate (BEGIN CERTIFICATE)");
        }
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return factory.generateCertificates(new ByteArrayInputStream(joined(found))).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (GeneralSecurityException bad) {
            throw wrong("holds what is no certificate: " + bad.getMessage());
        }
    }

    /** Its one private key. */
    PrivateKey key() throws IOException {
        List<byte[]> found = blocks(KEY);
        if (!holds(KEY) && holds(CERTIFICATE)) {
            throw wrong("holds a certificate in the place of a key: name the file with BEGIN PRIVATE KEY");
        }
        if (found.size() != 1) {
            throw wrong("holds no key that can be read (BEGIN PRIVATE KEY, without a password); make one of it by"
                    + " openssl pkcs8 -topk8 -nocrypt -in KEY -out NEW");
        }
        PKCS8EncodedKeySpec key = new PKCS8EncodedKeySpec(found.get(0));
        return ALGORITHMS.stream()
                .flatMap(algorithm -> key(algorithm, key).stream())
                .findFirst()
                .orElseThrow(() -> wrong("holds a key of none of the kinds " + String.join(", ", ALGORITHMS)));
    }

    private static Optional<PrivateKey> key(String algorithm, PKCS8EncodedKeySpec key) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(key));
        } catch (GeneralSecurityException another) {
            return Optional.empty();
        }
    }

    private boolean holds(String kind) throws IOException {
        return text().contains(kind + "-----");
    }

    private List<byte[]> blocks(String kind) throws IOException {
        try {
            return BLOCK.matcher(text())
                    .results()
                    .filter(block -> block.group(1).equals(kind))
                    .map(Pem::bytes)
                    .toList();
        } catch (IllegalArgumentException bad) {
            throw wrong("is damaged: " + bad.getMessage());
        }
    }

    private static byte[] bytes(MatchResult block) {
        return Base64.getMimeDecoder().decode(block.group(2));
    }

    private static byte[] joined(List<byte[]> certificates) {
        StringBuilder text = new StringBuilder();
        certificates.forEach(each -> text.append("-----BEGIN CERTIFICATE-----\n")
                .append(Base64.getMimeEncoder().encodeToString(each))
                .append("\n-----END CERTIFICATE-----\n"));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private String text() throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException none) {
            throw wrong("is not there");
        } catch (IOException e) {
            throw wrong("cannot be read: " + e.getMessage());
        }
    }

    private IOException wrong(String what) {
        return new IOException(file + " (" + setting + ") " + what);
    }
}
