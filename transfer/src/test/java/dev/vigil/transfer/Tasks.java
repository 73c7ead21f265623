package dev.vigil.transfer;

import dev.vigil.common.settings.PerUnit;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Lane;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.TakenFile;
import dev.vigil.schemas.events.TransferTask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Tasks as the scheduler hands them out. */
final class Tasks {
    static final String PATH = "7DT05/2026-11-19/7DT05_0001.fits";
    /** Four streams a file, but not before the machine of the tests has been busy for long with something else. */
    static final Streams UNHURRIED = new Streams(new PerUnit<>(4, Map.of()), Duration.ofMinutes(5), 40e6);

    /** How long silence is borne where nobody falls silent: longer than the machine of the tests may pause. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Instant NOW = Instant.parse("2026-11-20T03:15:02Z");

    private Tasks() {}

    /** A plain file at these locations. */
    static TransferTask plain(byte[] bytes, URI... locations) {
        return task(identity(FrameId.ofPath(PATH), 1), PATH, bytes, bytes, locations);
    }

    static TransferTask task(String path, byte[] bytes, byte[] content, URI... locations) {
        return task(identity(FrameId.ofPath(path), 1), path, bytes, content, locations);
    }

    static TransferTask task(FrameIdentity identity, String path, byte[] bytes, byte[] content, URI... locations) {
        TakenFile file = new TakenFile(sha256(bytes), sha256(content), List.of(), List.of(locations));
        String name = identity.frame() + "/" + identity.revision() + "/transfer";
        return new TransferTask(name, identity, 3, Lane.LIVE, path, bytes.length, file, NOW, NOW.plusSeconds(900));
    }

    static FrameIdentity identity(FrameId frame, int revision) {
        return new FrameIdentity(
                frame,
                revision,
                frame.unit(),
                Optional.of(LocalDate.parse("2026-11-19")),
                NightSource.FOLDER,
                "exposure-1",
                FrameType.SCIENCE,
                Level.REDUCED,
                1);
    }

    /** Hosts of a test that has none; nothing is started before the first is asked for. */
    static SftpHosts noSftp() {
        SftpSettings nobody = new SftpSettings("nobody", Optional.empty(), "", Path.of("no-known-hosts"));
        return new SftpHosts(nobody, Duration.ofSeconds(1));
    }

    static byte[] noise(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static Sha256 sha256(byte[] bytes) {
        try {
            return new Sha256(dev.vigil.archive.Sha256.of(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be read", e);
        }
    }
}
