package dev.vigil.producer.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.imaging.Digests;
import dev.vigil.producer.known.Known;
import dev.vigil.producer.release.ReleaseOutcome.Kept;
import dev.vigil.producer.release.ReleaseOutcome.Released;
import dev.vigil.producer.release.ReleaseOutcome.WasGone;
import dev.vigil.schemas.events.FileToRelease;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoverTest {
    private static final String PATH = "T1/2026-10-10/a.fits";
    private static final Instant MODIFIED = Instant.parse("2026-10-10T22:00:00Z");

    @TempDir
    Path root;

    private final List<String> told = new ArrayList<>();
    private Path file;
    private Known known;
    private FileToRelease asked;

    @BeforeEach
    void anArchivedFile() throws Exception {
        file = root.resolve(PATH);
        Files.createDirectories(file.getParent());
        write("what the camera wrote");
        known = new Known(
                FrameId.ofPath(PATH),
                1,
                Files.size(file),
                MODIFIED,
                new Known.IsTaken(Digests.sha256(file), "", Optional.empty()));
        asked = new FileToRelease(
                new FrameIdentity(
                        known.frame(),
                        1,
                        "T1",
                        Optional.empty(),
                        NightSource.FOLDER,
                        "exposure",
                        FrameType.SCIENCE,
                        Level.REDUCED,
                        0),
                known.size(),
                new Sha256(Digests.sha256(file)),
                "raw/T1/a.fits",
                MODIFIED,
                MODIFIED);
    }

    @Test
    void aFileThatIsAsItWasAnnouncedIsToldOfAndDeleted() throws Exception {
        assertThat(remove()).isEqualTo(new Released(known.size()));
        assertThat(told).containsExactly("told");
        assertThat(names()).isEmpty();
        assertThat(file.getParent()).exists();
    }

    @Test
    void aDryRunDeletesNothingAndTellsNothing() throws Exception {
        assertThat(new Remover(root).remove(asked, known, true, this::tell)).isEqualTo(new Released(known.size()));
        assertThat(told).isEmpty();
        assertThat(names()).containsExactly("a.fits");
    }

    @Test
    void whatWasDeletedBeforeIsGone() throws Exception {
        Files.writeString(file.resolveSibling("b.fits"), "another");
        remove();
        assertThat(remove()).isEqualTo(new WasGone());
        assertThat(told).hasSize(1);
    }

    @Test
    void otherBytesOfTheSameSizeAndTimeAreKept() throws Exception {
        write("what the camera WROTE");
        assertKept("bytes are not those");
    }

    @Test
    void anotherSizeIsKept() throws Exception {
        write("longer than what the camera wrote");
        assertKept("changed since it was announced");
    }

    @Test
    void anotherTimeIsKept() throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(MODIFIED.plusSeconds(1)));
        assertKept("changed since it was announced");
    }

    @Test
    void aFolderIsKept() throws Exception {
        Files.delete(file);
        Files.createDirectory(file);
        Files.writeString(file.resolve("inside"), "somebody's");
        Files.setLastModifiedTime(file, FileTime.from(MODIFIED));
        assertKept("no ordinary file");
        assertThat(file.resolve("inside")).exists();
    }

    @Test
    void aLinkToAFileIsKeptAndSoIsTheFile() throws Exception {
        Path real = Files.move(file, root.resolve("T1/real.fits"));
        Files.createSymbolicLink(file, real);
        assertKept("no ordinary file");
        assertThat(real).exists();
    }

    @Test
    void aFileBehindALinkedFolderIsKept() throws Exception {
        Path elsewhere = Files.move(file.getParent(), root.resolve("elsewhere"));
        Files.createSymbolicLink(root.resolve("T1/2026-10-10"), elsewhere);
        assertKept("its folder is a link");
        assertThat(elsewhere.resolve("a.fits")).exists();
    }

    @Test
    void aDiskThatIsAwayIsNoFileThatIsGone() throws Exception {
        Files.delete(file);
        Files.delete(file.getParent());
        assertThat(remove())
                .isInstanceOfSatisfying(
                        Kept.class, kept -> assertThat(kept.why()).contains("mount"));
        Files.delete(root.resolve("T1"));
        assertThat(remove()).isInstanceOf(Kept.class);
        assertThat(told).isEmpty();
    }

    @Test
    void aFileThatCannotBeToldOfStays() throws Exception {
        assertThatThrownBy(() -> new Remover(root).remove(asked, known, false, () -> {
                    throw new IllegalStateException("no broker");
                }))
                .hasMessage("no broker");
        assertThat(file).hasContent("what the camera wrote");
        assertThat(names()).containsExactly("a.fits");
        assertThat(remove()).isInstanceOf(Released.class);
    }

    @Test
    void whatIsWrittenUnderTheNameWhileTheFileIsDeletedStays() throws Exception {
        ReleaseOutcome outcome = new Remover(root).remove(asked, known, false, () -> {
            try {
                Files.writeString(file, "the next exposure under an old name");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(outcome).isInstanceOf(Released.class);
        assertThat(file).hasContent("the next exposure under an old name");
    }

    @Test
    void killedBeforeItWasToldOrDeletedItIsToldOfAndDeletedWhenAskedAgain() throws Exception {
        Files.move(file, Remover.hidden(file, asked));
        assertThat(remove()).isEqualTo(new Released(known.size()));
        assertThat(told).containsExactly("told");
        assertThat(names()).isEmpty();
    }

    @Test
    void somethingElseUnderTheHiddenNameIsLeftAlone() throws Exception {
        Path hidden = Remover.hidden(file, asked);
        Files.writeString(hidden, "somebody's own");
        assertThat(remove()).isInstanceOf(Kept.class);
        assertThat(hidden).hasContent("somebody's own");
        assertThat(file).exists();
    }

    private void write(String content) throws IOException {
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(MODIFIED));
    }

    private void tell() {
        told.add("told");
    }

    private ReleaseOutcome remove() throws InterruptedException {
        return new Remover(root).remove(asked, known, false, this::tell);
    }

    private void assertKept(String why) throws Exception {
        List<String> before = names();
        assertThat(remove())
                .isInstanceOfSatisfying(
                        Kept.class, kept -> assertThat(kept.why()).contains(why));
        assertThat(told).isEmpty();
        assertThat(names()).isEqualTo(before);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(file.getParent())) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
