package dev.vigil.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimTest {
    @TempDir
    Path folder;

    enum Way {
        BY_LINK,
        BY_LOCKED_RENAME;

        Claim claim(Path folder) {
            return this == BY_LINK ? Claim.byLink() : Claim.byLockedRename(folder.resolve(".lock"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFreeNameIsTakenAndTheDraftIsGone(Way way) throws Exception {
        Path draft = draft("mine");
        way.claim(folder).take(draft, folder.resolve("name"));
        assertThat(folder.resolve("name")).hasContent("mine");
        assertThat(draft).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void aTakenNameIsLeftAlone(Way way) throws Exception {
        Files.writeString(folder.resolve("name"), "theirs");
        Path draft = draft("mine");
        assertThatThrownBy(() -> way.claim(folder).take(draft, folder.resolve("name")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("name")).hasContent("theirs");
        assertThat(draft).hasContent("mine");
    }

    @ParameterizedTest
    @EnumSource
    void ofManyAtOnceOneWins(Way way) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> attempts =
                IntStream.range(0, 32).mapToObj(number -> attempt(way, number)).toList();
        int winners = 0;
        for (Future<Boolean> outcome : threads.invokeAll(attempts)) {
            winners += outcome.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(winners).isEqualTo(1);
    }

    private Callable<Boolean> attempt(Way way, int number) {
        return () -> {
            try {
                way.claim(folder).take(draft("draft " + number), folder.resolve("name"));
                return true;
            } catch (FileAlreadyExistsException lost) {
                return false;
            }
        };
    }

    private Path draft(String content) throws Exception {
        return Files.writeString(folder.resolve(content + ".draft"), content);
    }
}
