package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.vigil.archive.Archive;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.common.settings.PerUnit;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.TransferTask;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KilledTransferTest {
    private static final String PATH = "7DT05/2026-11-19/a.fits.gz";

    private enum Way {
        COPIED(SharedDisk.COPIED),
        LINKED(new SharedDisk(new PerUnit<>("link", Map.of())));

        private final SharedDisk disk;

        Way(SharedDisk disk) {
            this.disk = disk;
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"false,COPIED", "true,COPIED", "false,LINKED", "true,LINKED"})
    void killedBetweenAnyTwoStepsTheNextDeliveryEndsTheSame(boolean afterwards, Way way) throws Exception {
        TransferTask task = packedTask();
        int fatalCall = 0;
        Killer killer;
        do {
            fatalCall++;
            Path round = folder.resolve(way + "-" + afterwards + "-" + fatalCall);
            Archive archive = FilesystemArchive.create(round.resolve("archive"));
            Archive working = FilesystemArchive.create(round.resolve("working"));
            killer = new Killer(fatalCall, afterwards);
            Throwable end = catchThrowable(transfer(killer.watched(archive), killer.watched(working), task, way));
            assertThat(end == null).isEqualTo(!killer.hasKilled());
            assertThat(answer(archive, working, task, way)).isInstanceOf(FrameTransferred.class);
            assertThat(archive.list(""))
                    .as("files after a kill at call %s", fatalCall)
                    .hasSize(1);
            assertThat(working.list("")).hasSize(1);
        } while (killer.hasKilled());
        assertThat(fatalCall).as("calls of a transfer").isGreaterThan(7);
    }

    private ThrowingCallable transfer(Archive archive, Archive working, TransferTask task, Way way) {
        return () -> answer(archive, working, task, way);
    }

    private static Object answer(Archive archive, Archive working, TransferTask task, Way way) throws Exception {
        try (HttpSource http = new HttpSource("", Tasks.PATIENCE)) {
            TransferHandler handler = new TransferHandler(
                    new Answers("worker", Clock.systemUTC()),
                    new Fetcher(http, Tasks.noSftp(), way.disk, Duration.ofMillis(1), Tasks.UNHURRIED),
                    new Unpacker(archive),
                    new Shelf(Area.ARCHIVE, archive, "worker"),
                    new Shelf(Area.WORKING, working, "worker"));
            return handler.handle(task).event();
        }
    }

    private TransferTask packedTask() throws Exception {
        byte[] plain = Tasks.noise(100_000, 1);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        Path file = folder.resolve("incoming").resolve(PATH);
        Files.createDirectories(file.getParent());
        Files.write(file, packed.toByteArray());
        return Tasks.task(PATH, packed.toByteArray(), plain, file.toUri());
    }
}
