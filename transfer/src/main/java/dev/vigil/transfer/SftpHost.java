package dev.vigil.transfer;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpException;

/**
 * A host that has files. One connection to it is made when the first is wanted, kept, and shared by all who fetch from there; whoever
 * waits for a host waits here, and for no other.
 */
final class SftpHost implements AutoCloseable {
    /** OpenSSH grants ten on one connection. */
    private static final int CHANNELS = 8;

    private static final int USUAL_PORT = 22;
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    /** So long after a failure nobody tries again, so that of many who wait one has tried for all. */
    private static final Duration NOT_AGAIN_FOR = Duration.ofSeconds(3);

    private final URI host;
    private final SshClient client;
    private final SftpLogin login;
    private final StallGuard guard;
    private final Semaphore turns = new Semaphore(CHANNELS, true);
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile Optional<SftpConnection> connection = Optional.empty();
    private volatile boolean isSilent;
    private Optional<Failure> failure = Optional.empty();

    /** What came of the last try to connect. */
    private record Failure(Exception cause, long at) {
        boolean isRecent() {
            return System.nanoTime() - at < NOT_AGAIN_FOR.toNanos();
        }

        void rethrow() throws TroubleException, IOException {
            if (cause instanceof TroubleException known) {
                throw known;
            }
            throw new IOException(cause.getMessage(), cause);
        }
    }

    SftpHost(URI host, SshClient client, SftpLogin login, StallGuard guard) {
        this.host = host;
        this.client = client;
        this.login = login;
        this.guard = guard;
    }

    /** A channel of one's own, to be given back. */
    final class Channel implements AutoCloseable {
        private final SftpConnection on;
        private final SftpClient sftp;
        private final StallGuard.Watch watch;
        private final AtomicBoolean isGivenBack = new AtomicBoolean();
        private volatile boolean isBroken;

        private Channel(SftpConnection on, SftpClient sftp) {
            this.on = on;
            this.sftp = sftp;
            this.watch = guard.watch(host, () -> on.cut(sftp));
        }

        SftpClient sftp() {
            return sftp;
        }

        /**
         * Does something that a host may leave without an answer. What goes wrong on a channel is the connection's: that is cut, but
         * for who only leaves its slot to another while others still wait.
         */
        <T> T patiently(StallGuard.Deed<T> deed) throws IOException, InterruptedException {
            try {
                return uninterrupted(deed);
            } catch (SftpException answer) {
                guard.room().heard(host);
                throw answer;
            } catch (IOException | InterruptedException | RuntimeException cut) {
                isBroken = true;
                if (!watch.isOnlyOutOfPlaces()) {
                    on.close();
                }
                throw cut;
            }
        }

        private <T> T uninterrupted(StallGuard.Deed<T> deed) throws IOException, InterruptedException {
            try {
                return watch.during(deed);
            } catch (SocketTimeoutException silent) {
                throw silent;
            } catch (InterruptedIOException interrupted) {
                throw interruption(interrupted);
            }
        }

        @Override
        public void close() {
            if (isGivenBack.compareAndSet(false, true)) {
                watch.close();
                if (!isBroken) {
                    on.giveBack(sftp);
                }
                turns.release();
            }
        }
    }

    /** Waits for a turn, and connects if nobody has. For a host that says nothing no more wait than there are places. */
    Channel open() throws TroubleException, IOException, InterruptedException {
        awaitTurn();
        boolean isOpen = false;
        try {
            Channel channel = channel();
            isOpen = true;
            return channel;
        } finally {
            if (!isOpen) {
                turns.release();
            }
        }
    }

    /** Others may take long because their files are large; not because the host says nothing. */
    private void awaitTurn() throws TroubleException, InterruptedException {
        long time = WaitingRoom.outside(guard.patience()).toMillis();
        while (!turns.tryAcquire(guard.room().isSilent(host) ? 0 : time, TimeUnit.MILLISECONDS)) {
            if (guard.room().isSilent(host)) {
                throw WaitingRoom.notWaiting(host);
            }
        }
    }

    private Channel channel() throws TroubleException, IOException, InterruptedException {
        Optional<Channel> channel = guard.room().isSilent(host) ? Optional.empty() : channelAtOnce();
        return channel.isPresent() ? channel.get() : channelOfSilentHost();
    }

    /** None when the host has said nothing, to this one or to another, for so long that a place is needed. */
    private Optional<Channel> channelAtOnce() throws TroubleException, IOException, InterruptedException {
        awaitConnection();
        try {
            return guard.room().isSilent(host)
                    ? Optional.empty()
                    : channel(connected(), WaitingRoom.outside(guard.patience()));
        } finally {
            connecting.unlock();
        }
    }

    private Channel channelOfSilentHost() throws TroubleException, IOException, InterruptedException {
        if (!guard.room().enter(host)) {
            throw WaitingRoom.notWaiting(host);
        }
        try {
            return awaitedChannel();
        } finally {
            guard.room().leave(host);
        }
    }

    private Channel awaitedChannel() throws TroubleException, IOException, InterruptedException {
        awaitConnection();
        try {
            SftpConnection connected = connected();
            Optional<Channel> channel = channel(connected, guard.patience());
            if (channel.isEmpty()) {
                connected.close();
                throw new SocketTimeoutException(
                        "no channel opened for " + guard.patience().toSeconds() + " s");
            }
            return channel.get();
        } finally {
            connecting.unlock();
        }
    }

    private Optional<Channel> channel(SftpConnection on, Duration time)
            throws TroubleException, IOException, InterruptedException {
        Optional<SftpClient> kept = on.kept();
        try {
            Optional<SftpClient> channel = kept.isPresent() ? kept : made(on, time);
            return channel.map(sftp -> new Channel(on, sftp));
        } catch (SshException refused) {
            if (on.isUsedUp(refused)) {
                return channelInsteadOf(on, time);
            }
            throw refused;
        }
    }

    /** Who reads goes on over the new connection; nobody is cut who still waits for the host to speak. */
    private Optional<Channel> channelInsteadOf(SftpConnection usedUp, Duration time)
            throws TroubleException, IOException, InterruptedException {
        guard.room().heard(host);
        if (guard.room().isSilent(host)) {
            throw WaitingRoom.notWaiting(host);
        }
        usedUp.close();
        return channel(connected(), time);
    }

    private Optional<SftpClient> made(SftpConnection on, Duration time) throws IOException, InterruptedException {
        try {
            Optional<SftpClient> made = on.made(time);
            made.ifPresent(any -> guard.room().heard(host));
            return made;
        } catch (InterruptedIOException interrupted) {
            throw interruption(interrupted);
        }
    }

    /** One waits for a host that says nothing; the others, and those who come meanwhile, leave their slots to files from elsewhere. */
    private void awaitConnection() throws TroubleException, InterruptedException {
        long time = isSilent ? 0 : CONNECTING.toMillis();
        if (connecting.tryLock(time, TimeUnit.MILLISECONDS)) {
            return;
        }
        isSilent = usable().isEmpty();
        if (isSilent || guard.room().isSilent(host)) {
            throw WaitingRoom.notWaiting(host);
        }
        connecting.lockInterruptibly();
    }

    private Optional<SftpConnection> usable() {
        return connection.filter(SftpConnection::isUsable);
    }

    private SftpConnection connected() throws TroubleException, IOException, InterruptedException {
        Optional<SftpConnection> open = usable();
        if (open.isPresent()) {
            return open.get();
        }
        if (failure.filter(Failure::isRecent).isPresent()) {
            failure.get().rethrow();
        }
        try {
            SftpConnection made = new SftpConnection(connect());
            connection = Optional.of(made);
            failure = Optional.empty();
            isSilent = false;
            return made;
        } catch (TroubleException | IOException e) {
            failure = Optional.of(new Failure(e, System.nanoTime()));
            throw e;
        }
    }

    private ClientSession connect() throws TroubleException, IOException, InterruptedException {
        int port = host.getPort() < 0 ? USUAL_PORT : host.getPort();
        try {
            ClientSession made = client.connect(login.userAt(host), host.getHost(), port)
                    .verify(CONNECTING)
                    .getSession();
            login.over(made, host, guard.patience());
            return made;
        } catch (SocketTimeoutException silent) {
            throw silent;
        } catch (InterruptedIOException interrupted) {
            throw interruption(interrupted);
        } catch (RuntimeException unresolved) {
            throw new IOException(unresolved.toString(), unresolved);
        }
    }

    /** The client wraps interruptions. */
    private static InterruptedException interruption(IOException cause) {
        InterruptedException interrupted = new InterruptedException(cause.getMessage());
        interrupted.initCause(cause);
        return interrupted;
    }

    @Override
    public void close() {
        connection.ifPresent(SftpConnection::close);
    }
}
