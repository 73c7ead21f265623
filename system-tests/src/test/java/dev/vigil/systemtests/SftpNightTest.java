package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.allinone.AllInOne;
import dev.vigil.allinone.AllInOneSettings;
import dev.vigil.cli.nights.Night;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.simulator.NightPlan;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A telescope that nobody reaches but by SSH: its night is carried over SFTP, and over nothing else. */
class SftpNightTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String UNIT = "SSH01";

    @TempDir
    Path data;

    @Test
    void aNightIsCarriedOverSftpAlone() throws Exception {
        KeyPair host = key();
        KeyPair ours = key();
        Files.createDirectories(data.resolve("incoming"));
        try (SshServer server = served(data.resolve("incoming"), host, ours);
                StopSignal stop = new StopSignal()) {
            Config given = Config.of(Map.of(
                    "scheduler.set-quiet",
                    "2 s",
                    "portal.port",
                    "0",
                    "producer.offer",
                    "sftp",
                    "producer.sftp",
                    "sftp://camera@127.0.0.1:" + server.getPort() + "/",
                    "transfer.sftp-key",
                    written(ours).toString(),
                    "transfer.sftp-known-hosts",
                    known(host, server.getPort()).toString()));
            try (AllInOne vigil = AllInOne.start(new AllInOneSettings(data, given, true), stop)) {
                NightPlan plan = Deployed.smallNight(UNIT);
                Deployed.simulate(plan, vigil.incoming());
                Night night = Deployed.until(
                        vigil.config(), UNIT, PATIENCE, found -> found.complete() && found.settled() == plan.frames());
                assertThat(night.count("recorded")).as(night.json().toString()).isEqualTo(plan.frames());
                assertThat(server.getActiveSessions()).hasSize(1);
                Invariants.assertHold(vigil.config());
            }
        }
    }

    private static KeyPair key() throws Exception {
        return KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
    }

    private static SshServer served(Path folder, KeyPair host, KeyPair admitted) throws IOException {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, admitted.getPublic()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
        return server;
    }

    private Path written(KeyPair key) throws Exception {
        Path file = data.resolve("id_ed25519");
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "a test", null, out);
        }
        return file;
    }

    private Path known(KeyPair host, int port) throws IOException {
        return Files.writeString(
                data.resolve("known_hosts"),
                "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(host.getPublic()) + "\n");
    }
}
