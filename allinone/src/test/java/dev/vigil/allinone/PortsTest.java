package dev.vigil.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.common.settings.Config;
import java.net.BindException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    Path claims;

    @Test
    void aBrokerThatFindsItsPortTakenStartsOnAnotherAndThatIsSaid() throws Exception {
        List<Integer> tried = new ArrayList<>();
        try (Ports ports = new Ports(Config.of(Map.of()), new PortClaims(claims))) {
            int port = ports.broker(wanted -> {
                tried.add(wanted);
                if (tried.size() == 1) {
                    throw new BindException("taken in the meantime");
                }
                return wanted;
            });
            assertThat(tried).hasSize(2).doesNotHaveDuplicates();
            assertThat(ports.moved()).last().asString().contains("the broker is on " + port);
        }
    }
}
