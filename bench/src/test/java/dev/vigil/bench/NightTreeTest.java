package dev.vigil.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightTreeTest {
    @TempDir
    Path folder;

    @Test
    void theFilesThatAreToldOfAreThoseThatAreThere() throws IOException {
        NightTree tree = new NightTree(folder, 3, 4);
        tree.make(done -> {});
        List<String> told = tree.paths().toList();
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(told);
        }
        assertThat(told).hasSize((int) tree.files());
        for (String path : told) {
            assertThat(Files.size(folder.resolve(path))).isEqualTo(NightTree.size());
            assertThat(Files.getLastModifiedTime(folder.resolve(path)).toInstant())
                    .isEqualTo(NightTree.written());
        }
    }

    @Test
    void theNightOfAFileIsThatOfItsFolder() {
        new NightTree(folder, 3, 4)
                .paths()
                .forEach(path -> assertThat(path).contains("/" + NightTree.nightOf(path) + "/"));
    }
}
