package dev.vigil.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.common.settings.Config;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachTest {
    @Test
    void whoAsksItsProducerHasItsTokenAndTrustsWhomItTrusts() {
        Config config = Config.of(Map.of("transfer.token", "a secret", "transfer.trust", "certificates/dome.pem"));
        assertThat(new Reach(config).settings())
                .containsEntry("transfer.token", "a secret")
                .containsEntry(
                        "transfer.trust",
                        Path.of("certificates/dome.pem").toAbsolutePath().toString());
    }

    @Test
    void itsOwnProfilesAreThoseOfWhoeverNamesIt() {
        Config config = Config.of(Map.of("producer.profiles", "/data/profiles"));
        assertThat(new Reach(config).settings()).containsEntry("producer.profiles", "/data/profiles");
    }

    @Test
    void itsBrokerDatabaseFoldersAndPagesAreTold() {
        Config config =
                Config.of(Map.of("kafka.bootstrap.servers", "localhost:19092", "archive.folder", "/data/archive"));
        assertThat(new Reach(config).settings())
                .containsEntry("kafka.bootstrap.servers", "localhost:19092")
                .containsEntry("archive.folder", "/data/archive")
                .containsEntry("portal.port", "8080")
                .containsEntry("transfer.trust", "")
                .containsKeys("registry.url", "ledger.url", "ledger.user", "ledger.password", "producer.incoming");
    }
}
