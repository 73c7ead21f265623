package dev.vigil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A password made once and kept in a file that only its owner may read. */
final class Secret {
    private Secret() {}

    static String keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(file);
        }
        return Files.readString(file).strip();
    }

    private static void write(Path file) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Path draft = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                ".password-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
