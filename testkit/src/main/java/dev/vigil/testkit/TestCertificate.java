package dev.vigil.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate that signs itself, made by the JDK's own tool, with its key: as two PEM files and as one key store.
 *
 * @param certificate a PEM file
 * @param key a PEM file
 * @param keystore both in PKCS 12
 */
public record TestCertificate(Path certificate, Path key, Path keystore) {
    /** Of the key store. */
    public static final String PASSWORD = "changeit";

    private static final String ALIAS = "producer";

    /**
     * Makes one in an empty folder.
     *
     * @param names that it is for, such as {@code dns:localhost,ip:127.0.0.1}
     */
    public static TestCertificate make(Path folder, String names) throws Exception {
        Path keystore = folder.resolve("producer.p12");
        run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-dname",
                "CN=producer",
                "-ext",
                "san=" + names,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keystore.toString(),
                "-storepass",
                PASSWORD);
        return ofStore(folder, keystore);
    }

    /** One for this machine, valid today. */
    public static TestCertificate make(Path folder) throws Exception {
        return make(folder, "dns:localhost,ip:127.0.0.1");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + said);
        }
    }

    private static TestCertificate ofStore(Path folder, Path keystore) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            store.load(in, PASSWORD.toCharArray());
        }
        byte[] certificate = store.getCertificate(ALIAS).getEncoded();
        byte[] key = store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
        return new TestCertificate(
                pem(folder.resolve("producer.pem"), "CERTIFICATE", certificate),
                pem(folder.resolve("producer-key.pem"), "PRIVATE KEY", key),
                keystore);
    }

    private static Path pem(Path file, String kind, byte[] bytes) throws IOException {
        return Files.writeString(
                file,
                "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + kind
                        + "-----\n");
    }
}
