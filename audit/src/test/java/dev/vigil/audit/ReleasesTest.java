package dev.vigil.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Draft;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.common.settings.Config;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FileToRelease;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.StoredFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
    private static final Instant NOW = Instant.parse("2026-12-24T12:00:00Z");
    private static final Bias BIAS = new Bias(1);

    @TempDir
    Path folder;

    private Archive archive;
    private Releases releases;
    private Candidate candidate;

    @BeforeEach
    void anArchivedFile() throws Exception {
        archive = FilesystemArchive.create(folder);
        releases = new Releases(
                AuditSettings.from(Config.of(Map.of("archive.folder", folder.toString()))),
                Nights.ALL,
                Clock.fixed(NOW, ZoneOffset.UTC));
        Draft draft = archive.draft(new ArchiveKey(BIAS.key()), "w");
        draft.write("abc".getBytes(StandardCharsets.UTF_8));
        StoredFile stored = new StoredFile(Area.ARCHIVE, BIAS.key(), 3, new Sha256(draft.digest()));
        archive.publish(draft);
        candidate = new Candidate(BIAS.announced().identity(), stored, Bias.EVENING);
    }

    @Test
    void whatTheArchiveStillHasIsSaidToBeReadNow() throws Exception {
        Releases.Checked checked =
                releases.check(List.of(candidate), bytes -> assertThat(bytes).isEqualTo(3));
        assertThat(checked.bad()).isEmpty();
        assertThat(checked.good())
                .containsExactly(new FileToRelease(
                        candidate.identity(), 3, candidate.archived().digest(), BIAS.key(), Bias.EVENING, NOW));
    }

    @Test
    void whatTheArchiveHasDamagedIsNotAskedFor() throws Exception {
        Files.writeString(folder.resolve(BIAS.key()), "abd");
        Releases.Checked checked = releases.check(List.of(candidate), bytes -> {});
        assertThat(checked.good()).isEmpty();
        assertThat(checked.bad()).singleElement().asString().contains(BIAS.key());
    }

    @Test
    void whatTheArchiveHasLostIsNotAskedFor() throws Exception {
        Files.delete(folder.resolve(BIAS.key()));
        Releases.Checked checked = releases.check(List.of(candidate), bytes -> {});
        assertThat(checked.good()).isEmpty();
        assertThat(checked.bad()).singleElement().asString().contains("does not hold");
    }
}
