package dev.vigil.transfer;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
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
    private final Deque<SftpClient> idle = new ConcurrentLinkedDeque<>();
    private volatile Optional<ClientSession> session = Optional.empty();
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
        private final SftpClient sftp;
        private final StallGuard.Watch watch;
        private final AtomicBoolean isGivenBack = new AtomicBoolean();
        private volatile boolean isBroken;

        private Channel(SftpClient sftp) {
            this.sftp = sftp;
            this.watch = guard.watch(host, () -> sftp.getClientChannel().close(true));
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
                return uninterrupted(watch, deed);
            } catch (SftpException answer) {
                guard.room().heard(host);
                throw answer;
            } catch (IOException | InterruptedException | RuntimeException cut) {
                isBroken = true;
                if (!watch.isOnlyOutOfPlaces()) {
                    sftp.getClientSession().close(true);
                }
                throw cut;
            }
        }

        @Override
        public void close() {
            if (isGivenBack.compareAndSet(false, true)) {
                watch.close();
                giveBack(sftp, isBroken);
            }
        }
    }

    /** Waits for a turn, and connects if nobody has. For a host that says nothing no more wait than there are places. */
    Channel open() throws TroubleException, IOException, InterruptedException {
        awaitTurn();
        boolean isOpen = false;
        try {
            Channel channel = new Channel(guard.room().isSilent(host) ? channelOfSilentHost() : channel());
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

    private SftpClient channelOfSilentHost() throws TroubleException, IOException, InterruptedException {
        if (!guard.room().enter(host)) {
            throw WaitingRoom.notWaiting(host);
        }
        try {
            return channel();
        } finally {
            guard.room().leave(host);
        }
    }

    private SftpClient channel() throws TroubleException, IOException, InterruptedException {
        awaitConnection();
        try {
            ClientSession connected = connected();
            for (SftpClient kept = idle.poll(); kept != null; kept = idle.poll()) {
                if (kept.isOpen()) {
                    return kept;
                }
            }
            return made(connected);
        } finally {
            connecting.unlock();
        }
    }

    private SftpClient made(ClientSession connected) throws IOException, InterruptedException {
        try (StallGuard.Watch watch = guard.watch(host, () -> connected.close(true))) {
            return uninterrupted(watch, () -> SftpClientFactory.instance().createSftpClient(connected));
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

    private Optional<ClientSession> usable() {
        return session.filter(one -> one.isOpen() && one.isAuthenticated());
    }

    private ClientSession connected() throws TroubleException, IOException, InterruptedException {
        Optional<ClientSession> open = usable();
        if (open.isPresent()) {
            return open.get();
        }
        idle.clear();
        if (failure.filter(Failure::isRecent).isPresent()) {
            failure.get().rethrow();
        }
        try {
            ClientSession made = connect();
            session = Optional.of(made);
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
    private static <T> T uninterrupted(StallGuard.Watch watch, StallGuard.Deed<T> deed)
            throws IOException, InterruptedException {
        try {
            return watch.during(deed);
        } catch (SocketTimeoutException silent) {
            throw silent;
        } catch (InterruptedIOException interrupted) {
            throw interruption(interrupted);
        }
    }

    private static InterruptedException interruption(IOException cause) {
        InterruptedException interrupted = new InterruptedException(cause.getMessage());
        interrupted.initCause(cause);
        return interrupted;
    }

    private void giveBack(SftpClient sftp, boolean isBroken) {
        if (!isBroken) {
            idle.push(sftp);
        }
        turns.release();
    }

    @Override
    public void close() {
        session.ifPresent(open -> open.close(true));
    }
}
