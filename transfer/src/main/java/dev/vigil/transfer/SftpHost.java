package dev.vigil.transfer;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

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
    private final Duration patience;
    private final ScheduledExecutorService timer;
    private final Semaphore turns = new Semaphore(CHANNELS, true);
    private final ReentrantLock connecting = new ReentrantLock();
    private final Deque<SftpClient> idle = new ArrayDeque<>();
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

    SftpHost(URI host, SshClient client, SftpLogin login, Duration patience, ScheduledExecutorService timer) {
        this.host = host;
        this.client = client;
        this.login = login;
        this.patience = patience;
        this.timer = timer;
    }

    /** Something that is done over a channel. */
    interface Deed<T> {
        T result() throws IOException;
    }

    /** A channel of one's own, to be given back. */
    final class Channel implements AutoCloseable {
        private final SftpClient sftp;
        private final AtomicBoolean isGivenBack = new AtomicBoolean();
        private volatile boolean isBroken;

        private Channel(SftpClient sftp) {
            this.sftp = sftp;
        }

        SftpClient sftp() {
            return sftp;
        }

        /** Does something that a host may leave without an answer. What goes wrong on a channel is the connection's: that is cut. */
        <T> T patiently(Deed<T> deed) throws IOException, InterruptedException {
            try {
                return within(patience, sftp.getClientSession(), deed);
            } catch (org.apache.sshd.sftp.common.SftpException answer) {
                throw answer;
            } catch (IOException | InterruptedException | RuntimeException cut) {
                isBroken = true;
                sftp.getClientSession().close(true);
                throw cut;
            }
        }

        @Override
        public void close() {
            if (isGivenBack.compareAndSet(false, true)) {
                giveBack(sftp, isBroken);
            }
        }
    }

    /** Waits for a turn, and connects if nobody has. */
    Channel open() throws TroubleException, IOException, InterruptedException {
        turns.acquire();
        boolean isOpen = false;
        try {
            Channel channel = new Channel(channel());
            isOpen = true;
            return channel;
        } finally {
            if (!isOpen) {
                turns.release();
            }
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
            return within(
                    patience, connected, () -> SftpClientFactory.instance().createSftpClient(connected));
        } finally {
            connecting.unlock();
        }
    }

    /** One waits for a host that says nothing; the others, and those who come meanwhile, leave their slots to files from elsewhere. */
    private void awaitConnection() throws TroubleException, InterruptedException {
        long time = isSilent ? 0 : CONNECTING.toMillis();
        if (connecting.tryLock(time, TimeUnit.MILLISECONDS)) {
            return;
        }
        if (opened().isEmpty()) {
            isSilent = true;
            throw new TroubleException(
                    new Trouble.Away(host.toString(), "does not answer; another file waits for it already"));
        }
        connecting.lockInterruptibly();
    }

    private Optional<ClientSession> opened() {
        return session.filter(one -> one.isOpen() && one.isAuthenticated());
    }

    private ClientSession connected() throws TroubleException, IOException, InterruptedException {
        Optional<ClientSession> open = opened();
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
            login.over(made, host, patience);
            return made;
        } catch (SocketTimeoutException silent) {
            throw silent;
        } catch (InterruptedIOException interrupted) {
            throw interruption(interrupted);
        } catch (RuntimeException unresolved) {
            throw new IOException(unresolved.toString(), unresolved);
        }
    }

    private <T> T within(Duration time, ClientSession used, Deed<T> deed) throws IOException, InterruptedException {
        AtomicBoolean isCut = new AtomicBoolean();
        ScheduledFuture<?> cut = timer.schedule(
                () -> {
                    isCut.set(true);
                    used.close(true);
                },
                time.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return deed.result();
        } catch (IOException e) {
            if (isCut.get()) {
                throw new IOException("no byte came for " + time.toSeconds() + " s", e);
            }
            if (e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException)) {
                throw interruption(e);
            }
            throw e;
        } finally {
            cut.cancel(false);
        }
    }

    private static InterruptedException interruption(IOException cause) {
        InterruptedException interrupted = new InterruptedException(cause.getMessage());
        interrupted.initCause(cause);
        return interrupted;
    }

    private void giveBack(SftpClient sftp, boolean isBroken) {
        if (!isBroken) {
            connecting.lock();
            try {
                idle.push(sftp);
            } finally {
                connecting.unlock();
            }
        }
        turns.release();
    }

    @Override
    public void close() {
        connecting.lock();
        try {
            session.ifPresent(open -> open.close(true));
        } finally {
            connecting.unlock();
        }
    }
}
