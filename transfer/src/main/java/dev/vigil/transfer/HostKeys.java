package dev.vigil.transfer;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;

/** Lets nobody pass for a telescope: only hosts whose key is written down are talked to, and none is ever written down here. */
final class HostKeys extends KnownHostsServerKeyVerifier {
    /** Not an attribute of the session: those are gone when it is closed, which may be before somebody asks for the reason. */
    private static final Map<ClientSession, String> REFUSALS = Collections.synchronizedMap(new WeakHashMap<>());

    HostKeys(Path knownHosts) {
        super(RejectAllServerKeyVerifier.INSTANCE, knownHosts);
    }

    /** Why the host of a session was not accepted, if that was so. */
    static Optional<String> refusal(ClientSession session) {
        return Optional.ofNullable(REFUSALS.get(session));
    }

    /** Without the file nobody is known, and nobody else has said so yet. */
    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        boolean isAccepted = super.verifyServerKey(session, address, key);
        return isAccepted || refusal(session).isEmpty() && acceptUnknownHostKey(session, address, key);
    }

    @Override
    protected boolean acceptUnknownHostKey(ClientSession session, SocketAddress address, PublicKey key) {
        REFUSALS.put(
                session,
                "is not known: no line of " + getPath() + " has its key " + print(key)
                        + ". If that is what ssh-keygen -lf prints of the host's own /etc/ssh/ssh_host_*.pub, add it:"
                        + " ssh-keyscan" + scanned(session) + " >> " + getPath());
        return false;
    }

    @Override
    public boolean acceptModifiedServerKey(
            ClientSession session, SocketAddress address, KnownHostEntry entry, PublicKey expected, PublicKey actual) {
        REFUSALS.put(
                session,
                "shows the key " + print(actual) + ", and " + getPath() + " has " + print(expected)
                        + " for it: it was set up anew, or something is in between. Ask who runs it; if that is its key"
                        + " now, replace the line");
        return false;
    }

    @Override
    protected boolean acceptIncompleteHostKeys(
            ClientSession session, SocketAddress address, PublicKey key, Throwable reason) {
        REFUSALS.put(session, "cannot be told from others: " + getPath() + " cannot be read (" + reason + ")");
        return false;
    }

    private static String print(PublicKey key) {
        return KeyUtils.getKeyType(key) + " " + KeyUtils.getFingerPrint(key);
    }

    private static String scanned(ClientSession session) {
        InetSocketAddress to = (InetSocketAddress) session.getConnectAddress();
        return (to.getPort() == 22 ? "" : " -p " + to.getPort()) + " " + to.getHostString();
    }
}
