package dev.vigil.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.security.KeyPair;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.session.helpers.AbstractConnectionService;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/**
 * A host that gives the files of a folder by SFTP to one key, over as many channels of one connection as OpenSSH grants, and cuts, stalls
 * and refuses when it is told to.
 */
final class SftpTelescope implements AutoCloseable {
    private static final int CHANNELS = 10;

    private final Path folder;
    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair hostKey;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong highest = new AtomicLong();
    private final AtomicLong lowestAfterCut = new AtomicLong(Long.MAX_VALUE);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch speaking = new CountDownLatch(1);
    private volatile long cutAt = Long.MAX_VALUE;
    private volatile long stallAt = Long.MAX_VALUE;
    private volatile long silentFrom = Long.MAX_VALUE;
    private volatile boolean opens = true;
    private volatile boolean wasCut;
    private volatile boolean denies;

    SftpTelescope(Path folder, KeyPair admitted) throws Exception {
        this.folder = folder;
        this.hostKey = aKey();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, admitted.getPublic()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        server.setChannelFactories(List.of(new ChannelSessionFactory() {
            @Override
            public Channel createChannel(Session session) {
                return new CountedChannel();
            }
        }));
        server.setSubsystemFactories(List.of(new Subsystem()));
        server.addSessionListener(new SessionListener() {
            @Override
            public void sessionCreated(Session session) {
                connections.incrementAndGet();
            }
        });
        server.start();
    }

    /** As ssh-keygen makes them unless it is told otherwise. */
    static KeyPair aKey() throws Exception {
        return KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
    }

    static KeyPair anOlderKey() throws Exception {
        return KeyUtils.generateKeyPair(KeyPairProvider.SSH_RSA, 2048);
    }

    /** Writes a private key as ssh-keygen does. */
    static Path written(KeyPair key, Path file) throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "a test", null, out);
        }
        return file;
    }

    /** The same with a passphrase. */
    static Path locked(KeyPair key, String passphrase, Path file) throws Exception {
        OpenSSHKeyEncryptionContext how = new OpenSSHKeyEncryptionContext();
        how.setPassword(passphrase);
        how.setCipherName("AES");
        how.setCipherMode("CTR");
        how.setCipherType("256");
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "a test", how, out);
        }
        return file;
    }

    /** The line by which a client knows this host. */
    String knownAs() {
        return "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n";
    }

    int port() {
        return server.getPort();
    }

    URI location(String path) {
        return URI.create("sftp://camera@127.0.0.1:" + server.getPort() + "/" + path);
    }

    /** Cuts the connection once, when so many bytes of a file have been read. */
    SftpTelescope cutAt(long position) {
        cutAt = position;
        return this;
    }

    /** Says nothing more, once, when so many bytes of a file have been read. */
    SftpTelescope stallAt(long position) {
        stallAt = position;
        return this;
    }

    /** Says nothing more of any file from there on. */
    SftpTelescope silentFrom(long position) {
        silentFrom = position;
        return this;
    }

    /** Says nothing more on any connection where somebody wants to open a channel. */
    SftpTelescope openingNothing() {
        opens = false;
        return this;
    }

    /** Goes on after the silence. */
    void speakAgain() {
        silentFrom = Long.MAX_VALUE;
        opens = true;
        speaking.countDown();
    }

    SftpTelescope denying() {
        denies = true;
        return this;
    }

    int connections() {
        return connections.get();
    }

    /** Cuts every connection now. */
    void cutAll() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    /** The end of what has been read of any file. */
    long highest() {
        return highest.get();
    }

    /** Where reading went on after the cut. */
    long lowestAfterCut() {
        return lowestAfterCut.get();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        speaking.countDown();
        server.stop(true);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static final class CountedChannel extends ChannelSession {
        @Override
        protected OpenFuture doInit(Buffer buffer) {
            if (((AbstractConnectionService) service).getChannels().size() <= CHANNELS) {
                return super.doInit(buffer);
            }
            OpenFuture refused = new DefaultOpenFuture(this, this);
            refused.setException(
                    new SshChannelOpenException(getChannelId(), SshConstants.SSH_OPEN_CONNECT_FAILED, "open failed"));
            close(true);
            return refused;
        }
    }

    private final class Subsystem extends SftpSubsystemFactory {
        Subsystem() {
            setFileSystemAccessor(new Accessor());
        }

        @Override
        public Command createSubsystem(ChannelSession channel) throws IOException {
            if (!opens) {
                await(speaking);
            }
            return super.createSubsystem(channel);
        }
    }

    private final class Accessor implements SftpFileSystemAccessor {
        @Override
        public SeekableByteChannel openFile(
                SftpSubsystemProxy subsystem,
                FileHandle handle,
                Path file,
                String name,
                Set<? extends OpenOption> options,
                FileAttribute<?>... attributes)
                throws IOException {
            if (denies) {
                throw new AccessDeniedException(name);
            }
            SeekableByteChannel real = Files.newByteChannel(file);
            return new Watched(real, subsystem);
        }
    }

    private final class Watched implements SeekableByteChannel {
        private final SeekableByteChannel real;
        private final SftpSubsystemProxy subsystem;

        Watched(SeekableByteChannel real, SftpSubsystemProxy subsystem) {
            this.real = real;
            this.subsystem = subsystem;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            long from = real.position();
            if (wasCut) {
                lowestAfterCut.accumulateAndGet(from, Math::min);
            }
            if (from >= cutAt) {
                cutAt = Long.MAX_VALUE;
                wasCut = true;
                subsystem.getServerSession().close(true);
            }
            if (from >= stallAt) {
                stallAt = Long.MAX_VALUE;
                await(closed);
            }
            if (from >= silentFrom) {
                await(speaking);
            }
            int count = real.read(target);
            highest.accumulateAndGet(real.position(), Math::max);
            return count;
        }

        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException("this disk is only read");
        }

        @Override
        public long position() throws IOException {
            return real.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            real.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException("this disk is only read");
        }

        @Override
        public boolean isOpen() {
            return real.isOpen();
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }
}
