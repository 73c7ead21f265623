package dev.vigil.transfer;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;

/** The hosts from which files come by SFTP. Nothing is started before the first is wanted. */
final class SftpHosts implements AutoCloseable {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);
    private static final int SIGNS_MISSED = 4;

    private final SftpSettings settings;
    private final StallGuard guard;
    private final Map<URI, SftpHost> hosts = new ConcurrentHashMap<>();
    private Optional<SshClient> client = Optional.empty();

    /** Hosts with room for all who wait. */
    SftpHosts(SftpSettings settings, Duration patience) {
        this(settings, patience, new WaitingRoom(Integer.MAX_VALUE));
    }

    SftpHosts(SftpSettings settings, Duration patience, WaitingRoom room) {
        this.settings = settings;
        this.guard = new StallGuard(patience, room);
    }

    static boolean has(URI location) {
        return "sftp".equals(location.getScheme());
    }

    /** The host of a location, with its user and port. */
    SftpHost of(URI location) {
        URI host = address(location);
        return hosts.computeIfAbsent(host, any -> new SftpHost(host, client(), new SftpLogin(settings), guard));
    }

    static URI address(URI location) {
        return URI.create("sftp://" + location.getRawAuthority());
    }

    private synchronized SshClient client() {
        if (client.isEmpty()) {
            client = Optional.of(started());
        }
        return client.get();
    }

    /** What the settings say counts, and nothing that lies about in the user's folder. */
    private SshClient started() {
        SshClient made = SshClient.setUpDefaultClient();
        made.setServerKeyVerifier(new HostKeys(settings.knownHosts()));
        made.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        made.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        made.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(made, SIGN_OF_LIFE);
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(made, SIGNS_MISSED);
        made.start();
        return made;
    }

    @Override
    public synchronized void close() {
        hosts.values().forEach(SftpHost::close);
        client.ifPresent(SshClient::stop);
        guard.close();
    }
}
