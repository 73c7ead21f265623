package dev.vigil.transfer;

import dev.vigil.imaging.BulkStream;
import dev.vigil.schemas.events.FailureCategory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * Files that a host gives by SFTP.
 *
 * @param depth how many folders deep the files of this frame lie below the incoming folder
 */
record SftpSource(SftpHosts hosts, int depth) implements Source {

    /** What a file is called is its size and time: there is nothing better. Two seconds of the same size are told by their digests. */
    @Override
    public Bytes open(URI location, long offset, Optional<String> tag)
            throws TroubleException, IOException, InterruptedException {
        SftpHost.Channel channel = hosts.of(location).open();
        boolean isOpen = false;
        try {
            Bytes bytes = opened(channel, location, offset, tag);
            isOpen = true;
            return bytes;
        } catch (SftpException e) {
            throw refusal(channel, location, e);
        } finally {
            if (!isOpen) {
                channel.close();
            }
        }
    }

    private static Bytes opened(SftpHost.Channel channel, URI location, long offset, Optional<String> tag)
            throws IOException, InterruptedException {
        String path = location.getPath();
        SftpClient.Attributes now = channel.patiently(() -> channel.sftp().stat(path));
        String called = now.getSize() + "-" + now.getModifyTime();
        boolean isSame = tag.filter(before -> !before.equals(called)).isEmpty() && offset <= now.getSize();
        long start = isSame ? offset : 0;
        InputStream stream = channel.patiently(() -> channel.sftp().read(path));
        channel.patiently(() -> stream.skip(start));
        return new Bytes(new Stream(channel, stream), start, Optional.of(called));
    }

    private TroubleException refusal(SftpHost.Channel channel, URI location, SftpException e)
            throws IOException, InterruptedException {
        return switch (e.getStatus()) {
            case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH ->
                new TroubleException(isHere(channel, location) ? gone(location) : notMounted(location));
            case SftpConstants.SSH_FX_PERMISSION_DENIED ->
                new TroubleException(new Trouble.Failing(
                        FailureCategory.PERMISSION_DENIED,
                        "is not given: " + location,
                        "let the user of that host read it"));
            default -> throw e;
        };
    }

    /** The telescope's disk is there when the folder of the unit is; without it a missing file tells nothing. */
    private boolean isHere(SftpHost.Channel channel, URI location) throws IOException, InterruptedException {
        String folder = unit(location);
        try {
            return channel.patiently(() -> channel.sftp().stat(folder)).isDirectory();
        } catch (SftpException notThere) {
            return false;
        }
    }

    private String unit(URI location) {
        String folder = location.getPath();
        for (int i = 0; i < depth - 1; i++) {
            folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
        }
        return folder.isEmpty() ? "/" : folder;
    }

    private static Trouble gone(URI location) {
        return new Trouble.Failing(
                FailureCategory.SOURCE_MISSING,
                "is no longer at " + location,
                "put the file back, then vigil retry FRAME; or write it off: vigil close FRAME --why TEXT");
    }

    private Trouble notMounted(URI location) {
        return new Trouble.Away(
                SftpHosts.address(location).toString(),
                "has no " + unit(location) + "; see whether its disk is mounted, and producer.sftp");
    }

    /** The bytes of a file; its channel is given back with it. */
    private static final class Stream extends BulkStream {
        private final SftpHost.Channel channel;
        private final InputStream stream;

        Stream(SftpHost.Channel channel, InputStream stream) {
            this.channel = channel;
            this.stream = stream;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return patiently(() -> stream.read(bytes, offset, length));
        }

        private <T> T patiently(StallGuard.Deed<T> deed) throws IOException {
            try {
                return channel.patiently(deed);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException(e.getMessage());
            }
        }

        /** What was asked for and has not come yet is waited for, unless the connection is broken. */
        @Override
        public void close() throws IOException {
            try {
                patiently(() -> {
                    stream.close();
                    return true;
                });
            } finally {
                channel.close();
            }
        }
    }
}
