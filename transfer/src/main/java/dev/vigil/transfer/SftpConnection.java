package dev.vigil.transfer;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/**
 * A connection to a host, with the channels that nobody uses just now. The host is not told of a channel that is cut, and counts it as
 * taken until the connection ends.
 */
final class SftpConnection implements AutoCloseable {
    private final ClientSession session;
    private final Deque<SftpClient> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean hasLost;

    SftpConnection(ClientSession session) {
        this.session = session;
    }

    boolean isUsable() {
        return session.isOpen() && session.isAuthenticated();
    }

    /** A channel that was given back. */
    Optional<SftpClient> kept() {
        for (SftpClient kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.isOpen()) {
                return Optional.of(kept);
            }
        }
        return Optional.empty();
    }

    /** A new channel, by one who makes one at a time; none if the host says nothing for so long. */
    Optional<SftpClient> made(Duration time) throws IOException {
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(session, time);
        try {
            return Optional.of(SftpClientFactory.instance().createSftpClient(session));
        } catch (IOException e) {
            if (!isRefusal(e)) {
                hasLost = true;
            }
            if (isSilence(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether the host grants no more channels while there are some that are lost, so that a new connection has more to give. */
    boolean isUsedUp(IOException e) {
        return hasLost && isRefusal(e);
    }

    private static boolean isRefusal(IOException e) {
        return e.getCause() instanceof SshChannelOpenException;
    }

    private static boolean isSilence(IOException e) {
        return e instanceof SocketTimeoutException || e.getCause() instanceof TimeoutException;
    }

    void giveBack(SftpClient channel) {
        idle.push(channel);
    }

    /** Ends whatever waits on a channel. */
    void cut(SftpClient channel) {
        hasLost = true;
        channel.getClientChannel().close(true);
    }

    @Override
    public void close() {
        session.close(true);
    }
}
