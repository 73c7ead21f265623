package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.allinone.AllInOne;
import dev.vigil.allinone.AllInOneSettings;
import dev.vigil.cli.VigilCommand;
import dev.vigil.cli.command.Commands;
import dev.vigil.cli.nights.Night;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.topics.Topics;
import dev.vigil.simulator.NightPlan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that another program copies and takes in: the accounts say what it has not done, until all is put right. */
class MonitoredNightTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String UNIT = "MON01";

    @TempDir
    Path data;

    @Test
    void theAccountsSayWhichCopyIsMissingWhichDiffersAndWhichIsNotTakenIn() throws Exception {
        Path copies = data.resolve("copies");
        Path log = data.resolve("ingest.jsonl");
        Config given = Config.of(Map.of(
                "scheduler.set-quiet",
                "2 s",
                "portal.port",
                "0",
                "monitor.units." + UNIT + ".copies",
                copies + "/{path}",
                "monitor.units." + UNIT + ".ingested",
                "in " + log + ": {name}"));
        try (StopSignal stop = new StopSignal();
                AllInOne vigil = AllInOne.start(new AllInOneSettings(data, given, true), stop);
                Evidence evidence = new Evidence(vigil.config())) {
            NightPlan plan = Deployed.smallNight(UNIT);
            Deployed.simulate(plan, vigil.incoming());
            List<Path> files = files(vigil.incoming());
            Path never = files.get(0);
            Path damaged = files.get(1);
            Path untold = files.get(2);
            for (Path file : files.subList(1, files.size())) {
                copy(vigil.incoming(), file, copies);
            }
            spoil(copies.resolve(vigil.incoming().relativize(damaged)));
            Files.write(log, said(files.subList(3, files.size())));
            Night first = night(vigil, plan.frames() - 3);
            assertThat(first.complete()).isFalse();
            assertThat(first.count("reduced")).isZero();
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                assertThatBothAreNamed(evidence, never, damaged);
                assertThat(waits(evidence, Awaited.INGEST)).anyMatch(state -> state.contains(name(untold)));
            });
            assertThatAskingOftenIsNotSayingOften(evidence);
            copy(vigil.incoming(), never, copies);
            copy(vigil.incoming(), damaged, copies);
            Files.write(log, said(List.of(never, damaged)), StandardOpenOption.APPEND);
            assertThat(vigil("ingested", "--why", "seen in its catalogue", frame(vigil, untold)))
                    .contains("1 of 1 frames are recorded");
            Night last = night(vigil, plan.frames());
            assertThat(last.count("failed") + last.count("waiting")).isZero();
            assertThat(evidence.events(Topics.WORK_REDUCTIONS)).isEmpty();
            assertThat(evidence.events(Topics.FRAMES_TRANSFERRED))
                    .allMatch(done -> done.archived().area() == Area.ELSEWHERE);
            assertThat(vigil("verify", "--deep")).contains("no difference");
            assertThat(evidence.ledger()
                            .frames()
                            .story(new FrameId(frame(vigil, untold)))
                            .toString())
                    .contains("copied by other software")
                    .contains("said so: seen in its catalogue");
        }
    }

    private static Night night(AllInOne vigil, int recorded) throws Exception {
        return Deployed.until(vigil.config(), UNIT, PATIENCE, now -> now.count("recorded") == recorded);
    }

    private static void assertThatBothAreNamed(Evidence evidence, Path never, Path damaged) {
        assertThat(waits(evidence, Awaited.COPY)).anyMatch(state -> state.contains(name(never)));
        assertThat(evidence.events(Topics.FRAMES_FAILED))
                .isNotEmpty()
                .allMatch(failed -> failed.reason().contains(name(damaged))
                        && failed.reason().contains("differs"));
    }

    /** However often a worker looks, the same is said once. */
    private static void assertThatAskingOftenIsNotSayingOften(Evidence evidence) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(evidence.events(Topics.WORK_LOOKED)).hasSizeGreaterThan(4));
        assertThat(evidence.events(Topics.FRAMES_WAITING))
                .filteredOn(wait -> wait.awaited() == Awaited.COPY || wait.awaited() == Awaited.INGEST)
                .extracting(wait -> wait.identity().frame() + " " + wait.state() + " " + wait.over())
                .doesNotHaveDuplicates();
    }

    private static List<String> waits(Evidence evidence, Awaited awaited) {
        return evidence.events(Topics.FRAMES_WAITING).stream()
                .filter(waiting -> waiting.awaited() == awaited)
                .map(FrameWaiting::state)
                .toList();
    }

    private String vigil(String... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out, true);
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
                .toArray(String[]::new);
        Commands.line(new VigilCommand()).setOut(printer).setErr(printer).execute(all);
        return out.toString();
    }

    private static String frame(AllInOne vigil, Path file) {
        return vigil.incoming().relativize(file).toString();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static List<String> said(List<Path> files) {
        return files.stream().map(file -> "{\"ingested\": \"" + file + "\"}").toList();
    }

    private static List<Path> files(Path incoming) throws Exception {
        try (Stream<Path> all = Files.walk(incoming.resolve(UNIT))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void copy(Path incoming, Path file, Path copies) throws Exception {
        Path copy = copies.resolve(incoming.relativize(file));
        Files.createDirectories(copy.getParent());
        Process other = new ProcessBuilder("cp", file.toString(), copy.toString()).start();
        assertThat(other.waitFor()).isZero();
    }

    private static void spoil(Path copy) throws Exception {
        byte[] bytes = Files.readAllBytes(copy);
        bytes[bytes.length / 2] ^= 1;
        Files.write(copy, bytes);
    }
}
