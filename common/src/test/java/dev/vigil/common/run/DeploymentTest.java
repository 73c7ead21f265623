package dev.vigil.common.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentTest {
    private static final long THIS_PROCESS = ProcessHandle.current().pid();

    @TempDir
    Path folder;

    private Path state;

    @BeforeEach
    void makeAStateFolder() {
        state = folder.resolve("state");
    }

    @Test
    void whatIsAnnouncedIsFoundInItsFolderAndOnThisMachine() throws Exception {
        Deployment announced = deployment(THIS_PROCESS, "data", false);
        try (AutoCloseable open = announced.announce(state)) {
            assertThat(open).isNotNull();
            assertThat(Deployment.in(announced.data())).contains(announced);
            assertThat(Deployment.running(state)).containsExactly(announced);
        }
    }

    @Test
    void whenItEndsItIsFoundNoMore() throws Exception {
        Deployment announced = deployment(THIS_PROCESS, "data", false);
        announced.announce(state).close();
        assertThat(Deployment.in(announced.data())).isEmpty();
        assertThat(Deployment.running(state)).isEmpty();
        assertThat(filesBelow(folder)).isEmpty();
    }

    @Test
    void whereNoHomeIsItIsFoundByItsFolderAndTheRemarkSaysHow() throws Exception {
        Path noFolder = Files.createFile(folder.resolve("home"));
        Deployment homeless = deployment(THIS_PROCESS, "data", false);
        Path nowhere = Deployment.state(Map.of(), noFolder.toString());
        try (Deployment.Announcement announcement = homeless.announce(nowhere)) {
            assertThat(Deployment.in(homeless.data())).contains(homeless);
            assertThat(announcement.remark().orElseThrow())
                    .contains(nowhere.toString(), "--data " + homeless.data(), "XDG_STATE_HOME");
        }
        assertThat(Deployment.in(homeless.data())).isEmpty();
    }

    @Test
    void theStateOfAUserWithoutAHomeIsNoFolderHere() {
        assertThat(Deployment.state(Map.of(), "?")).isAbsolute();
        assertThat(Deployment.state(Map.of("XDG_STATE_HOME", "/var/lib/sky"), "?"))
                .isEqualTo(Path.of("/var/lib/sky/vigil/running"));
    }

    @Test
    void oneThatWasKilledIsIgnored() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Deployment killed = deployment(ended.pid(), "data", false);
        killed.announce(state);
        assertThat(Deployment.in(killed.data())).isEmpty();
        assertThat(Deployment.running(state)).isEmpty();
    }

    @Test
    void anotherProcessOfTheSameNumberIsNotTakenForIt() throws Exception {
        Deployment before = deployment(ProcessHandle.current().pid(), "data", false);
        before.announce(state);
        Path file = before.data().resolve("running.json");
        Files.writeString(
                file,
                Files.readString(file).replaceFirst("\"began\" : \"[^\"]*\"", "\"began\" : \"2001-01-01T00:00:00Z\""));
        assertThat(Deployment.in(before.data())).isEmpty();
    }

    @Test
    void realOnesComeBeforeDemonstrations() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Deployment demo = deployment(other.pid(), "demo", true);
            Deployment real = deployment(THIS_PROCESS, "real", false);
            demo.announce(state);
            real.announce(state);
            assertThat(Deployment.running(state)).containsExactly(real, demo);
        } finally {
            other.destroy();
        }
    }

    @Test
    void whereNobodyEverAnnouncedNothingRuns() {
        assertThat(Deployment.running(state)).isEmpty();
        assertThat(Deployment.in(folder.resolve("no such folder"))).isEmpty();
    }

    @Test
    void aFileThatIsNotReadableJsonIsPassedBy() throws Exception {
        Deployment announced = deployment(THIS_PROCESS, "data", false);
        announced.announce(state);
        Files.writeString(state.resolve("77.json"), "half a {");
        assertThat(Deployment.running(state)).containsExactly(announced);
    }

    @Test
    void onlyItsOwnerMayReadTheSecrets() throws Exception {
        Deployment announced = deployment(THIS_PROCESS, "data", false);
        announced.announce(state);
        assertThat(filesBelow(folder))
                .hasSize(2)
                .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
    }

    private Deployment deployment(long process, String name, boolean demo) throws IOException {
        Path data = Files.createDirectories(folder.resolve(name));
        return new Deployment(process, data, demo, Map.of("ledger.password", "secret of " + name));
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
