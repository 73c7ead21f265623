package dev.vigil.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTest {
    @TempDir
    Path folder;

    @Test
    void thePlaceIsKnownAfterARestartAndTheBeginningIsEmpty() throws Exception {
        Path note = folder.resolve("auditor/scrubbed");
        assertThat(new Place(note).last()).isEmpty();
        new Place(note).at("T1/2026-11-19");
        assertThat(new Place(note).last()).isEqualTo("T1/2026-11-19");
        new Place(note).at("");
        assertThat(new Place(note).last()).isEmpty();
    }
}
