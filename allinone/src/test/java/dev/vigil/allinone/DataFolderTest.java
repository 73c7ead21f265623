package dev.vigil.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.common.settings.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    private AllInOneSettings settings(String name) {
        return new AllInOneSettings(folder.resolve(name), Config.of(Map.of()), false);
    }

    @Test
    void itIsMadeWithTheFolderWhereFilesArePut() throws Exception {
        DataFolder.make(settings("data"));
        assertThat(folder.resolve("data/incoming")).isDirectory();
    }

    @Test
    void oneThatCannotBeMadeIsSaidWithTheReasonAndWhatToDo() throws Exception {
        Path file = Files.createFile(folder.resolve("home"));
        assertThatThrownBy(() -> DataFolder.make(settings("home/data")))
                .hasMessageContainingAll(folder.resolve("home/data").toString(), file.toString(), "--data DIR");
        assertThatThrownBy(() -> DataFolder.make(settings("home"))).hasMessageContaining("cannot be made: " + file);
    }
}
