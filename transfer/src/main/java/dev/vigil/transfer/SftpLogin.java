package dev.vigil.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;

/** Shows hosts who we are. Keys are read anew for each connection, so that who puts one right need not restart anything. */
record SftpLogin(SftpSettings settings) {

    String userAt(URI host) {
        return settings.userAt(host);
    }

    /** Makes sure of the host and of ourselves; else the session is closed, and the reason says what to do. */
    void over(ClientSession session, URI host, Duration patience) throws TroubleException, IOException {
        boolean isIn = false;
        try {
            for (KeyPair key : keys(host)) {
                session.addPublicKeyIdentity(key);
            }
            session.auth().verify(patience);
            isIn = true;
        } catch (SshException e) {
            throw refused(session, host, e);
        } finally {
            if (!isIn) {
                session.close(true);
            }
        }
    }

    private TroubleException refused(ClientSession session, URI host, SshException e) throws SshException {
        if (HostKeys.refusal(session).isPresent()) {
            return away(host, HostKeys.refusal(session).get());
        }
        if (e.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
            return away(
                    host,
                    "does not let " + userAt(host) + " in with the key " + settings.keys()
                            + ": add its public half to that user's ~/.ssh/authorized_keys there, or set transfer.sftp-key to the right one");
        }
        throw e;
    }

    private List<KeyPair> keys(URI host) throws TroubleException {
        List<KeyPair> keys = new ArrayList<>();
        for (Path file : settings.keys()) {
            keys.addAll(keys(file, host));
        }
        if (keys.isEmpty()) {
            throw away(
                    host,
                    "wants a key, and there is none in ~/.ssh: set transfer.sftp-key to the file of a private key");
        }
        return keys;
    }

    private List<KeyPair> keys(Path file, URI host) throws TroubleException {
        List<KeyPair> keys = new ArrayList<>();
        try (InputStream stream = Files.newInputStream(file)) {
            Iterable<KeyPair> read = SecurityUtils.loadKeyPairIdentities(
                    null, new PathResource(file), stream, FilePasswordProvider.of(settings.passphrase()));
            if (read != null) {
                read.forEach(keys::add);
            }
            return keys;
        } catch (NoSuchFileException e) {
            throw away(host, "wants a key, and there is no " + file + ": see transfer.sftp-key");
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw away(
                    host,
                    "wants a key, and " + file + " cannot be read (" + e
                            + "): see transfer.sftp-key and transfer.sftp-passphrase");
        }
    }

    private static TroubleException away(URI host, String state) {
        return new TroubleException(new Trouble.Away(host.toString(), state));
    }
}
