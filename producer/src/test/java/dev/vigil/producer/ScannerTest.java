package dev.vigil.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerTest {
    @TempDir
    Path folder;

    private Path root;
    private Scanner scanner;

    @BeforeEach
    void start() throws IOException {
        root = Files.createDirectories(folder.resolve("incoming"));
        scanner = new Scanner(root, Clock.systemUTC());
    }

    @Test
    void everyDepthBelowAUnitIsListed() throws IOException {
        write("T1/a.fits");
        write("T1/n/b.fits");
        write("T1/n/deep/er/c.fits");
        write("T2/n/d.fits");
        Listing listing = scanner.everything(List.of());
        assertThat(paths(listing))
                .containsExactlyInAnyOrder("T1/a.fits", "T1/n/b.fits", "T1/n/deep/er/c.fits", "T2/n/d.fits");
        assertThat(listing.units()).containsExactlyInAnyOrder("T1", "T2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".a.fits.Xy12Zq",
                "a.fits.part",
                "a.fits.tmp",
                "a.fits.filepart",
                "a.fits.crdownload",
                ".nfs0000001",
                ".hidden/b.fits"
            })
    void temporaryNamesAreNotListed(String name) throws IOException {
        write("T1/n/" + name);
        assertThat(scanner.everything(List.of()).files()).isEmpty();
    }

    @Test
    void aFolderNamedLikeAFrameIsListedWithWhatIsInIt() throws IOException {
        write("T1/n/odd.fits/inside.fits");
        Listing listing = scanner.everything(List.of());
        assertThat(paths(listing)).containsExactlyInAnyOrder("T1/n/odd.fits", "T1/n/odd.fits/inside.fits");
    }

    @Test
    void aLinkThatLeadsOutIsSeenAsThat() throws IOException {
        Files.writeString(folder.resolve("outside.fits"), "x");
        write("T1/n/inside.fits");
        Files.createSymbolicLink(root.resolve("T1/n/out.fits"), folder.resolve("outside.fits"));
        Files.createSymbolicLink(root.resolve("T1/n/in.fits"), root.resolve("T1/n/inside.fits"));
        Files.createSymbolicLink(root.resolve("T1/n/nowhere.fits"), root.resolve("T1/n/none"));
        assertThat(scanner.everything(List.of()).files())
                .extracting(Sighting::path, Sighting::kind)
                .containsExactlyInAnyOrder(
                        tuple("T1/n/inside.fits", Sighting.Kind.FILE),
                        tuple("T1/n/out.fits", Sighting.Kind.LINK_OUTSIDE),
                        tuple("T1/n/in.fits", Sighting.Kind.FILE),
                        tuple("T1/n/nowhere.fits", Sighting.Kind.LINK_OUTSIDE));
    }

    @Test
    void aRecentListingShowsTheNamedFoldersAndNewOnes() throws IOException {
        write("T1/old/a.fits");
        write("T1/now/b.fits");
        scanner.everything(List.of());
        write("T1/now/c.fits");
        write("T1/new/deep/d.fits");
        write("T1/old/late.fits");
        Listing recent = scanner.recent(List.of(), Set.of("T1/now"));
        assertThat(paths(recent)).containsExactlyInAnyOrder("T1/now/b.fits", "T1/now/c.fits", "T1/new/deep/d.fits");
        assertThat(paths(scanner.everything(List.of()))).contains("T1/old/late.fits");
    }

    @Test
    void onlyWhatIsCertainlyNotThereIsGone() throws IOException {
        write("T1/n/a.fits");
        write("T2/n/b.fits");
        scanner.everything(List.of());
        Files.delete(root.resolve("T1/n/a.fits"));
        Files.move(root.resolve("T2"), folder.resolve("unmounted"));
        Listing listing = scanner.everything(List.of("T1/n/a.fits", "T2/n/b.fits"));
        assertThat(listing.gone()).containsExactly("T1/n/a.fits");
        assertThat(listing.unreachable()).containsExactly("T2");
    }

    @Test
    void aMountThatLeftAnEmptyFolderIsUnreachable() throws IOException {
        write("T1/n/a.fits");
        scanner.everything(List.of());
        Files.move(root.resolve("T1"), folder.resolve("unmounted"));
        Files.createDirectory(root.resolve("T1"));
        Listing listing = scanner.everything(List.of("T1/n/a.fits"));
        assertThat(listing.unreachable()).containsExactly("T1");
        assertThat(listing.gone()).isEmpty();
        assertThat(scanner.everything(List.of()).unreachable()).containsExactly("T1");
    }

    private static List<String> paths(Listing listing) {
        return listing.files().stream().map(Sighting::path).toList();
    }

    private void write(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }
}
