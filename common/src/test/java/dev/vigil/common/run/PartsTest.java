package dev.vigil.common.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {
    private final List<String> closed = new ArrayList<>();
    private final Parts parts = new Parts();

    @Test
    void whatWasOpenedLastIsClosedFirst() {
        parts.add(part("broker"));
        parts.add(part("service"));
        parts.close();
        assertThat(closed).containsExactly("service", "broker");
    }

    @Test
    void aPartIsClosedOnce() {
        parts.add(part("broker"));
        parts.close();
        parts.close();
        assertThat(closed).containsExactly("broker");
    }

    @Test
    void aPartThatDoesNotCloseDoesNotKeepTheOthersOpen() {
        parts.add(part("broker"));
        parts.add(() -> {
            throw new IOException("stuck");
        });
        parts.close();
        assertThat(closed).containsExactly("broker");
    }

    @Test
    void whenOpeningFailsWhatWasOpenedIsClosedAndTheReasonIsSaid() {
        IOException cause = new IOException("the port is taken");
        assertThatThrownBy(() -> Parts.orClose(parts, () -> {
                    parts.add(part("broker"));
                    throw cause;
                }))
                .isSameAs(cause);
        assertThat(closed).containsExactly("broker");
    }

    @Test
    void whenOpeningSucceedsEverythingStaysOpen() throws Exception {
        AutoCloseable broker = part("broker");
        assertThat(Parts.orClose(parts, () -> parts.add(broker))).isSameAs(broker);
        assertThat(closed).isEmpty();
    }

    private AutoCloseable part(String name) {
        return () -> closed.add(name);
    }
}
