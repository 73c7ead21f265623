package dev.vigil.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    /** Where Linux's range for outgoing connections begins, which is the lowest of the usual systems. */
    private static final int OUTGOING = 32_768;

    @Test
    void aFreePortIsNoneThatAnOutgoingConnectionIsGiven() {
        for (int i = 0; i < 50; i++) {
            assertThat(FreePorts.next()).isBetween(1024, OUTGOING - 1);
        }
    }

    @Test
    void aWantedPortThatIsTakenIsNamedWithWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(FreePorts.next(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> FreePorts.wanted(taken.getLocalPort()))
                    .hasMessageContaining("port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("stop that one, or take another port");
        }
    }

    @Test
    void aWantedPortThatIsFreeIsTaken() throws IOException {
        int port = FreePorts.next();
        assertThat(FreePorts.wanted(port)).isEqualTo(port);
    }
}
