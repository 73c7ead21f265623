package dev.vigil.calibrator;

import static dev.vigil.calibrator.TestingNight.build;
import static dev.vigil.calibrator.TestingNight.chosen;
import static dev.vigil.calibrator.TestingNight.plan;
import static dev.vigil.calibrator.TestingNight.reduce;
import static dev.vigil.calibrator.TestingNight.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.calibrator.TestingNight.Frame;
import dev.vigil.instruments.Profiles;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.ChosenMaster;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ReduceFrame;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.simulator.FrameKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revision that is the same as an earlier one has what was made of that one. */
class SameRevisionTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path folder;

    private TestingNight night;
    private ReductionHandler handler;
    private Frame first;
    private FrameReduced before;

    @BeforeEach
    void reduceTheFirstRevision() throws Exception {
        night = new TestingNight(folder, plan(4, 0, 0, 1, 128));
        handler = ReductionHandler.of(night.archive, night.working, Profiles.bundled(), "worker-1", Clock.systemUTC());
        first = night.frames(FrameKind.SCIENCE).get(0);
        before = reduced(reduce(first));
        for (Product product : before.products()) {
            Files.setLastModifiedTime(place(product), LONG_AGO);
        }
    }

    private FrameReduced reduced(ReductionTask task) throws Exception {
        return (FrameReduced) handler.handle(task).event();
    }

    private Path place(Product product) {
        return night.archiveFolder.resolve(product.file().key());
    }

    private List<Path> products() throws IOException {
        try (Stream<Path> files = Files.walk(night.archiveFolder.resolve("products"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private ReductionTask second(StoredFile input, Optional<Integer> sameAs, ChosenMaster... masters) {
        return task(
                "reduce " + first.identity().frame() + "@2",
                new ReduceFrame(
                        first.identity().withRevision(2), first.facts(), input, List.of(masters), List.of(), sameAs));
    }

    /** Whoever did the arithmetic would miss it. */
    private StoredFile nowhere() {
        return new StoredFile(
                Area.ARCHIVE, "raw/nowhere.fits", 2880, first.file().digest());
    }

    @Test
    void theFilesOfTheEarlierRevisionAreTheAnswerAndNoPixelIsRead() throws Exception {
        List<Path> files = products();
        FrameReduced answer = reduced(second(nowhere(), Optional.of(1)));
        assertThat(answer.identity().revision()).isEqualTo(2);
        assertThat(answer.sameAs()).contains(1);
        assertThat(answer.reduction()).isEqualTo(before.reduction());
        assertThat(answer.products()).isEqualTo(before.products());
        assertThat(answer.measurements()).isEqualTo(before.measurements());
        assertThat(answer.checks()).isEqualTo(before.checks());
        assertThat(products()).isEqualTo(files);
        for (Product product : before.products()) {
            assertThat(Files.getLastModifiedTime(place(product))).isEqualTo(LONG_AGO);
        }
    }

    @Test
    void aRevisionThatIsTheSameAsNoneIsReducedUnderItsOwnName() throws Exception {
        FrameReduced answer = reduced(second(first.file(), Optional.empty()));
        assertThat(answer.sameAs()).isEmpty();
        assertThat(answer.reduction()).isNotEqualTo(before.reduction());
    }

    @Test
    void soIsOneWhoseEarlierFilesAreGone() throws Exception {
        for (Product product : before.products()) {
            Files.delete(place(product));
        }
        FrameReduced answer = reduced(second(first.file(), Optional.of(1)));
        assertThat(answer.sameAs()).isEmpty();
        assertThat(answer.reduction()).isNotEqualTo(before.reduction());
    }

    @Test
    void soIsOneThatHasANewerMaster() throws Exception {
        MasterBuilt bias = (MasterBuilt) handler.handle(build(MasterKind.BIAS, night.frames(FrameKind.BIAS)))
                .event();
        FrameReduced answer = reduced(second(first.file(), Optional.of(1), chosen(bias)));
        assertThat(answer.sameAs()).isEmpty();
        assertThat(answer.masters()).hasSize(1);
        assertThat(answer.reduction()).isNotEqualTo(before.reduction());
    }

    @Test
    void whatWasMadeOfTheVeryRevisionComesFirst() throws Exception {
        FrameReduced own = reduced(second(first.file(), Optional.empty()));
        FrameReduced answer = reduced(second(nowhere(), Optional.of(1)));
        assertThat(answer.sameAs()).isEmpty();
        assertThat(answer.products()).isEqualTo(own.products());
    }
}
