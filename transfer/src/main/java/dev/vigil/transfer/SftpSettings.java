package dev.vigil.transfer;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who we are to the hosts from which files come by SFTP, and which of them we know.
 *
 * @param user where a location names none
 * @param key the private key; empty: those that the user of this process has in {@code ~/.ssh}
 * @param passphrase of the key; empty: it has none
 * @param knownHosts the keys of the hosts, as OpenSSH writes them down
 */
record SftpSettings(String user, Optional<Path> key, String passphrase, Path knownHosts) {
    private static final Path OF_THE_USER = Path.of(System.getProperty("user.home"), ".ssh");

    SftpSettings {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(passphrase, "passphrase");
        Objects.requireNonNull(knownHosts, "knownHosts");
    }

    static SftpSettings from(Config.Reader in) {
        return new SftpSettings(
                given(in.get(Settings.TRANSFER_SFTP_USER)).orElse(System.getProperty("user.name")),
                given(in.get(Settings.TRANSFER_SFTP_KEY)).map(Path::of),
                in.get(Settings.TRANSFER_SFTP_PASSPHRASE),
                given(in.get(Settings.TRANSFER_SFTP_KNOWN_HOSTS))
                        .map(Path::of)
                        .orElse(OF_THE_USER.resolve("known_hosts")));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(some -> !some.isEmpty());
    }

    /** The user at a location. */
    String userAt(URI location) {
        return Optional.ofNullable(location.getUserInfo()).orElse(user);
    }

    /** The files of private keys that there are. */
    List<Path> keys() {
        return key.map(List::of)
                .orElseGet(() -> Stream.of("id_ed25519", "id_ecdsa", "id_rsa")
                        .map(OF_THE_USER::resolve)
                        .filter(Files::isReadable)
                        .toList());
    }

    @Override
    public String toString() {
        return "SftpSettings[" + user + ", " + key.map(Path::toString).orElse("the user's own keys") + ", " + knownHosts
                + "]";
    }
}
