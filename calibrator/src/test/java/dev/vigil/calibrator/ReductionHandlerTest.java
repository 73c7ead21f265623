package dev.vigil.calibrator;

import static dev.vigil.calibrator.TestingNight.again;
import static dev.vigil.calibrator.TestingNight.build;
import static dev.vigil.calibrator.TestingNight.chosen;
import static dev.vigil.calibrator.TestingNight.look;
import static dev.vigil.calibrator.TestingNight.plan;
import static dev.vigil.calibrator.TestingNight.reduce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Stored;
import dev.vigil.calibrator.TestingNight.Frame;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.run.StopSignal;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.ImageReader;
import dev.vigil.instruments.Profiles;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.products.ProductForm;
import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.ReferenceBand;
import dev.vigil.reduction.references.ReferenceStar;
import dev.vigil.reduction.references.References;
import dev.vigil.reduction.steps.SolveAstrometry;
import dev.vigil.schemas.events.ChosenMaster;
import dev.vigil.schemas.events.DetectorOutcome;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterFailed;
import dev.vigil.schemas.events.MasterInput;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.Measurements;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.topics.Topics;
import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.NightTruth;
import dev.vigil.simulator.Star;
import dev.vigil.testkit.SmallDisk;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReductionHandlerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T04:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private TestingNight night;
    private ReductionHandler handler;

    private void night(int bias, int dark, int flat, int science, int size) throws IOException {
        night = new TestingNight(folder, plan(bias, dark, flat, science, size));
        handler = ReductionHandler.of(night.archive, night.working, Profiles.bundled(), "worker-1", CLOCK);
    }

    private <T> T answer(Class<T> type, ReductionTask task) throws Exception {
        Outgoing<?> outgoing = handler.handle(task);
        assertThat(outgoing.event()).isInstanceOf(type);
        return type.cast(outgoing.event());
    }

    private ChosenMaster master(MasterKind kind, List<Frame> frames, ChosenMaster... masters) throws Exception {
        return chosen(answer(MasterBuilt.class, build(kind, frames, masters)));
    }

    private List<String> productNames() throws Exception {
        List<String> names = new ArrayList<>();
        for (String top : List.of("products", "masters")) {
            night.archive.list(top).stream()
                    .map(Stored::key)
                    .map(ArchiveKey::value)
                    .forEach(names::add);
        }
        return names;
    }

    @Test
    void aQuickLookMeasuresTheSkyAndDrawsAPicture() throws Exception {
        night(0, 0, 0, 1, 512);
        Frame frame = night.frames(FrameKind.SCIENCE).get(0);
        NightTruth.FrameTruth truth = night.simulated.truth().frames().get(0);
        FrameReduced reduced = answer(FrameReduced.class, look(frame));
        Measurements measured = reduced.measurements();
        assertThat(reduced.kind()).isEqualTo(ReductionKind.QUICK_LOOK);
        assertThat(measured.seeing().orElseThrow()).isCloseTo(truth.seeing(), within(0.1 * truth.seeing()));
        assertThat(measured.seeingArcsec()).isPresent();
        assertThat(measured.ellipticity().orElseThrow()).isBetween(0.0, 0.1);
        assertThat(measured.sky().orElseThrow()).isCloseTo(truth.sky(), within(0.1 * truth.sky() + 5));
        assertThat(measured.saturatedFraction().orElseThrow()).isBetween(0.0, 0.01);
        assertThat(measured.sources().orElseThrow()).isPositive();
        assertThat(reduced.products().stream().map(Product::kind))
                .containsExactly(ProductKind.PREVIEW, ProductKind.THUMBNAIL, ProductKind.PLOT);
        byte[] picture = Files.readAllBytes(
                night.archiveFolder.resolve(reduced.products().get(0).file().key()));
        assertThat(picture).startsWith(0x89, 'P', 'N', 'G');
    }

    /** A catalogue that ends before this sky begins. */
    private static final class NoStars implements References {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public ReferenceBand band() {
            return new ReferenceBand("V", "Vega", Optional.empty());
        }

        @Override
        public List<ReferenceStar> around(SkyPosition centre, double radiusDegrees, Epoch epoch, int atMost) {
            return List.of();
        }
    }

    @Test
    void aFrameThatCannotBePlacedOnTheSkyIsReducedAllTheSameAndFlagged() throws Exception {
        night(0, 0, 0, 1, 256);
        handler = ReductionHandler.of(
                night.archive,
                night.working,
                Profiles.bundled(),
                ProductForm.PLAIN,
                SolveAstrometry.by(new NoStars(), "0"),
                Memory.of(0, 1),
                "worker-1",
                CLOCK);
        Frame frame = night.frames(FrameKind.SCIENCE).get(0).needing();
        FrameReduced reduced = answer(FrameReduced.class, reduce(frame));
        assertThat(reduced.flags()).contains("ASTROMETRY_FAILED");
        assertThat(reduced.measurements().others()).containsEntry("astrometryStars", 0.0);
        assertThat(reduced.products()).hasSize(1);
    }

    @Test
    void aFrameThatNeedsMoreMemoryThanThereEverIsFailsAndNamesTheSetting() throws Exception {
        night(0, 0, 0, 1, 256);
        handler = ReductionHandler.of(
                night.archive,
                night.working,
                Profiles.bundled(),
                ProductForm.PLAIN,
                SolveAstrometry.WITHOUT_REFERENCES,
                Memory.of(50, 1),
                "worker-1",
                CLOCK);
        Frame frame = night.frames(FrameKind.SCIENCE).get(0).needing();
        FrameFailed failed = answer(FrameFailed.class, reduce(frame));
        assertThat(failed.reason()).contains("MB of memory", "calibrator.memory allows 50 MB");
        assertThat(failed.remedy()).contains("-Xmx");
        assertThat(productNames()).isEmpty();
    }

    @Test
    void aPackedProductIsTheSameEachTimeAndTellsTheSame() throws Exception {
        night(4, 0, 0, 1, 256);
        ChosenMaster bias = master(MasterKind.BIAS, night.frames(FrameKind.BIAS));
        Frame frame = night.frames(FrameKind.SCIENCE).get(0).needing(MasterKind.BIAS);
        FrameReduced plain = answer(FrameReduced.class, reduce(frame, bias));
        handler = ReductionHandler.of(
                night.archive, night.working, Profiles.bundled(), ProductForm.QUANTISED, "worker-1", CLOCK);
        FrameReduced packed = answer(FrameReduced.class, reduce(frame, bias));
        Product product = packed.products().get(0);
        assertThat(product.file().key()).endsWith(".fits.fz");
        assertThat(product.file().size())
                .isLessThan(plain.products().get(0).file().size() / 2);
        assertThat(packed.measurements()).isEqualTo(plain.measurements());
        Path file = night.archiveFolder.resolve(product.file().key());
        byte[] first = Files.readAllBytes(file);
        Files.delete(file);
        answer(FrameReduced.class, reduce(frame, bias));
        assertThat(file).hasBinaryContent(first);
    }

    @Test
    void aNightOfMastersAndAFrameRecoversTheTruth() throws Exception {
        night(8, 5, 5, 1, 512);
        ChosenMaster bias = master(MasterKind.BIAS, night.frames(FrameKind.BIAS));
        ChosenMaster dark = master(MasterKind.DARK, night.frames(FrameKind.DARK), bias);
        ChosenMaster flat = master(MasterKind.FLAT, night.frames(FrameKind.FLAT), bias, dark);
        Frame frame = night.frames(FrameKind.SCIENCE).get(0).needing(MasterKind.BIAS, MasterKind.DARK, MasterKind.FLAT);
        FrameReduced reduced = answer(FrameReduced.class, reduce(frame, bias, dark, flat));
        assertThat(reduced.masters()).hasSize(3);
        NightTruth truth = night.simulated.truth();
        NightTruth.FrameTruth science = truth.frames().stream()
                .filter(one -> one.kind() == FrameKind.SCIENCE)
                .findFirst()
                .orElseThrow();
        assertThat(reduced.measurements().others().get("cosmicRays"))
                .isCloseTo(
                        science.cosmicRays().size(),
                        within(2 + 0.3 * science.cosmicRays().size()));
        double sky = reduced.measurements().sky().orElseThrow();
        assertThat(sky).isCloseTo(science.sky(), within(0.03 * science.sky() + 1));
        double expectedNoise = Math.sqrt(science.sky() + Math.pow(truth.camera().readNoise(), 2));
        assertThat(reduced.measurements().noise().orElseThrow()).isCloseTo(expectedNoise, within(0.12 * expectedNoise));
        try (ImageReader reader = ImageReader.open(
                night.archiveFolder.resolve(reduced.products().get(0).file().key()))) {
            Image image = reader.read(1);
            Image uncertainty = reader.read(2);
            assertThat(median(uncertainty.pixels()))
                    .isCloseTo(
                            (float) reduced.measurements().noise().orElseThrow().doubleValue(), within(1.5f));
            List<Double> ratios = new ArrayList<>();
            for (Star star : science.stars()) {
                double radius = 2.5 * science.seeing();
                if (star.flux() > 5_000 && star.flux() < 400_000 && isAlone(star, science.stars(), radius, image)) {
                    ratios.add(flux(image, star, radius, sky) / star.flux());
                }
            }
            assertThat(ratios).hasSizeGreaterThan(2);
            Collections.sort(ratios);
            assertThat(ratios.get(ratios.size() / 2)).isCloseTo(1, within(0.04));
        }
    }

    private static float median(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static boolean isAlone(Star star, List<Star> all, double radius, Image image) {
        boolean inside = star.x() > radius + 2
                && star.y() > radius + 2
                && star.x() < image.width() - radius - 2
                && star.y() < image.height() - radius - 2;
        return inside
                && all.stream()
                        .filter(other -> other != star && other.flux() > 0.05 * star.flux())
                        .noneMatch(other -> Math.hypot(other.x() - star.x(), other.y() - star.y()) < 2 * radius);
    }

    private static double flux(Image image, Star star, double radius, double sky) {
        double sum = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                sum += Math.hypot(x + 1 - star.x(), y + 1 - star.y()) <= radius ? image.at(x, y) - sky : 0;
            }
        }
        return sum;
    }

    @Test
    void theSameTaskTwiceHasTheSameAnswerAndNoSecondFile() throws Exception {
        night(4, 0, 0, 1, 128);
        List<Frame> biases = night.frames(FrameKind.BIAS);
        ChosenMaster bias = master(MasterKind.BIAS, biases);
        Frame frame = night.frames(FrameKind.SCIENCE).get(0);
        for (ReductionTask task : List.of(look(frame), reduce(frame, bias), build(MasterKind.BIAS, biases))) {
            Outgoing<?> first = handler.handle(task);
            List<String> names = productNames();
            assertThat(handler.handle(task)).isEqualTo(first);
            assertThat(productNames()).isEqualTo(names);
        }
    }

    @Test
    void aProductMadeAgainElsewhereIsTheSameByteForByte() throws Exception {
        night(4, 0, 0, 1, 128);
        List<Frame> biases = night.frames(FrameKind.BIAS);
        Frame frame = night.frames(FrameKind.SCIENCE).get(0);
        FrameReduced here = answer(FrameReduced.class, reduce(frame, master(MasterKind.BIAS, biases)));
        TestingNight other = new TestingNight(folder.resolve("elsewhere"), plan(4, 0, 0, 1, 128));
        List<Frame> reversed = new ArrayList<>(other.frames(FrameKind.BIAS));
        Collections.reverse(reversed);
        Frame same = other.frames(FrameKind.SCIENCE).get(0);
        handler = ReductionHandler.of(other.archive, other.working, Profiles.bundled(), "worker-2", Clock.systemUTC());
        FrameReduced there = answer(FrameReduced.class, reduce(same, master(MasterKind.BIAS, reversed)));
        assertThat(there.products()).isEqualTo(here.products());
        assertThat(there.reduction()).isEqualTo(here.reduction());
    }

    @Test
    void aCmosFrameWhoseGainIsASettingIsLookedAtButNotReduced() throws Exception {
        night(0, 0, 0, 1, 128);
        Frame frame = night.putIntoWorkingArea(night.bad().gainIsASetting());
        assertThat(answer(FrameReduced.class, look(frame)).measurements().sky()).isPresent();
        FrameFailed failed = answer(FrameFailed.class, reduce(frame));
        assertThat(failed.category()).isEqualTo(FailureCategory.GAIN_UNKNOWN);
        assertThat(failed.stage()).isEqualTo(Stage.REDUCTION);
        assertThat(failed.reason()).contains("cmos.fits").contains("gain");
        assertThat(failed.remedy()).contains("EGAIN");
        assertThat(failed.identity().attempt()).isEqualTo(1);
        assertThat(failed.of()).isEqualTo(3);
    }

    @Test
    void aFileOfSeventyImagesHasSeventyOutcomes() throws Exception {
        night(0, 0, 0, 1, 128);
        Frame frame = night.put(night.bad().seventyHdus());
        FrameReduced looked = answer(FrameReduced.class, look(frame));
        assertThat(looked.detectors()).hasSize(70).allMatch(DetectorOutcome::good);
        FrameReduced reduced = answer(FrameReduced.class, reduce(frame));
        assertThat(reduced.detectors()).hasSize(70).allMatch(DetectorOutcome::good);
        try (ImageReader reader = ImageReader.open(
                night.archiveFolder.resolve(reduced.products().get(0).file().key()))) {
            assertThat(reader.file().hdus()).hasSize(1 + 4 * 70);
            // Each is filled with 1000 plus its number, at 1.5 electrons per count.
            assertThat(reader.read(1 + 4 * 41).at(5, 5)).isEqualTo(1.5f * 1042);
        }
    }

    @Test
    void aFrameThatHasVanishedFailsByName() throws Exception {
        night(0, 0, 0, 1, 128);
        Frame frame = night.frames(FrameKind.SCIENCE).get(0);
        Files.delete(night.archiveFolder.resolve(frame.file().key()));
        for (ReductionTask task : List.of(look(frame), reduce(frame))) {
            FrameFailed failed = answer(FrameFailed.class, task);
            assertThat(failed.category()).isEqualTo(FailureCategory.VANISHED);
            assertThat(failed.reason()).contains(frame.file().key());
        }
    }

    @Test
    void aFrameWhoseBytesHaveChangedOnTheDiskIsDamaged() throws Exception {
        night(0, 0, 0, 1, 128);
        Frame frame = night.frames(FrameKind.SCIENCE).get(0);
        Path file = night.archiveFolder.resolve(frame.file().key());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        FrameFailed failed = answer(FrameFailed.class, reduce(frame));
        assertThat(failed.category()).isEqualTo(FailureCategory.DAMAGED);
        assertThat(failed.reason()).contains("digest");
        assertThat(productNames()).isEmpty();
    }

    @Test
    void aFrameThatContradictsItsOwnSumsIsDamaged() throws Exception {
        night(0, 0, 0, 1, 128);
        Path file = night.simulated.write(night.simulated.frames().get(0), folder.resolve("spoilt"));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        FrameFailed failed = answer(FrameFailed.class, look(night.put(file)));
        assertThat(failed.category()).isEqualTo(FailureCategory.DAMAGED);
    }

    @Test
    void aTruncatedFrameIsDamaged() throws Exception {
        night(0, 0, 0, 1, 128);
        Frame whole = night.frames(FrameKind.SCIENCE).get(0);
        Frame cut = night.putIntoWorkingArea(night.bad().truncated());
        Frame frame = new Frame(whole.identity(), whole.facts(), cut.file());
        FrameFailed failed = answer(FrameFailed.class, reduce(frame));
        assertThat(failed.category()).isEqualTo(FailureCategory.DAMAGED);
    }

    @Test
    void aMasterThatIsRequiredMustBeInTheTask() throws Exception {
        night(0, 0, 0, 1, 128);
        Frame frame = night.frames(FrameKind.SCIENCE).get(0).needing(MasterKind.FLAT);
        FrameFailed failed = answer(FrameFailed.class, reduce(frame));
        assertThat(failed.category()).isEqualTo(FailureCategory.NO_MASTER);
        assertThat(failed.reason()).contains("flat");
    }

    @Test
    void aDamagedMasterFailsTheFrameAndIsNamed() throws Exception {
        night(4, 0, 0, 1, 128);
        ChosenMaster bias = master(MasterKind.BIAS, night.frames(FrameKind.BIAS));
        Path file = night.archiveFolder.resolve(bias.file().key());
        Files.write(file, new byte[2880]);
        FrameFailed failed =
                answer(FrameFailed.class, reduce(night.frames(FrameKind.SCIENCE).get(0), bias));
        assertThat(failed.category()).isEqualTo(FailureCategory.DAMAGED);
        assertThat(failed.reason()).contains(bias.file().key());
    }

    @Test
    void aCalibrationFrameThatCannotBeReadIsLeftOutByName() throws Exception {
        night(5, 0, 0, 0, 128);
        List<Frame> biases = night.frames(FrameKind.BIAS);
        Files.delete(night.archiveFolder.resolve(biases.get(2).file().key()));
        MasterBuilt built = answer(MasterBuilt.class, build(MasterKind.BIAS, biases));
        assertThat(built.inputs().stream().map(MasterInput::used)).containsExactly(true, true, false, true, true);
        assertThat(built.flags().get(0))
                .contains(biases.get(2).identity().frame().value());
        assertThat(built.quality()).containsEntry("frames", 4.0);
        assertThat(built.middle()).isAfter(Instant.parse("2026-11-19T12:00:00Z"));
    }

    @Test
    void aTruncatedCalibrationFrameIsLeftOutToo() throws Exception {
        night(4, 0, 0, 1, 128);
        List<Frame> biases = new ArrayList<>(night.frames(FrameKind.BIAS));
        Frame cut = night.putIntoWorkingArea(night.bad().truncated());
        biases.set(1, new Frame(biases.get(1).identity(), biases.get(1).facts(), cut.file()));
        MasterBuilt built = answer(MasterBuilt.class, build(MasterKind.BIAS, biases));
        assertThat(built.inputs().stream().map(MasterInput::used)).containsExactly(true, false, true, true);
    }

    @Test
    void aMasterThatTheArchiveHasLostBecomesTheVeryFileThatItWas() throws Exception {
        night(4, 0, 0, 0, 128);
        List<Frame> biases = night.frames(FrameKind.BIAS);
        MasterBuilt built = answer(MasterBuilt.class, build(MasterKind.BIAS, biases));
        StoredFile file = built.products().get(0).file();
        Path path = night.archiveFolder.resolve(file.key());
        Files.delete(path);
        assertThat(answer(MasterBuilt.class, again(built, biases)).products()).isEqualTo(built.products());
        assertThat(path).hasSize(file.size());
        Files.write(path, new byte[] {1});
        assertThat(answer(MasterFailed.class, again(built, biases)).reason())
                .contains("other bytes", "vigil verify --deep --repair");
    }

    @Test
    void aMasterThatIsWantedAgainIsNotReplacedByAnother() throws Exception {
        night(4, 0, 0, 0, 128);
        List<Frame> biases = night.frames(FrameKind.BIAS);
        MasterBuilt built = answer(MasterBuilt.class, build(MasterKind.BIAS, biases));
        Path path = night.archiveFolder.resolve(built.products().get(0).file().key());
        Files.delete(path);
        MasterFailed failed = answer(MasterFailed.class, again(built, biases.subList(0, 3)));
        assertThat(failed.reason()).contains("another master");
        assertThat(failed.isFinal()).isFalse();
        Files.delete(night.archiveFolder.resolve(biases.get(2).file().key()));
        MasterFailed lacking = answer(MasterFailed.class, again(built, biases));
        assertThat(lacking.category()).isEqualTo(FailureCategory.VANISHED);
        assertThat(lacking.reason()).contains(biases.get(2).identity().frame().value());
        assertThat(path.getParent()).isEmptyDirectory();
    }

    @Test
    void aMasterOfFramesWithoutGainFailsForThatReason() throws Exception {
        night(0, 0, 0, 1, 128);
        Frame frame = night.put(night.bad().gainIsASetting());
        MasterFailed failed = answer(MasterFailed.class, build(MasterKind.DARK, List.of(frame, frame, frame)));
        assertThat(failed.category()).isEqualTo(FailureCategory.GAIN_UNKNOWN);
        assertThat(failed.reason()).contains("none of its 3 frames");
    }

    @Test
    void aFrameReducedWithoutAnOptionalMasterSaysSo() throws Exception {
        night(0, 0, 0, 1, 128);
        Frame frame = night.frames(FrameKind.SCIENCE).get(0).liking(MasterKind.FLAT);
        assertThat(answer(FrameReduced.class, reduce(frame)).flags()).contains("NO_FLAT");
    }

    @Test
    void manyWorkersWithTheSameTaskMakeOneProduct() throws Exception {
        night(0, 0, 0, 1, 128);
        Frame frame = night.frames(FrameKind.SCIENCE).get(0);
        List<CompletableFuture<Outgoing<?>>> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ReductionHandler worker =
                    ReductionHandler.of(night.archive, night.working, Profiles.bundled(), "worker-" + i, CLOCK);
            PatientHandler patient = new PatientHandler(worker, new StopSignal(), Duration.ofMillis(20));
            answers.add(CompletableFuture.supplyAsync(() -> held(patient, reduce(frame))));
        }
        assertThat(answers.stream()
                        .map(CompletableFuture::join)
                        .map(answer -> ((FrameReduced) answer.event()).products())
                        .distinct())
                .hasSize(1);
        assertThat(productNames()).hasSize(1);
    }

    @Test
    void tooFewCalibrationFramesMakeNoMaster() throws Exception {
        night(2, 0, 0, 0, 128);
        MasterFailed failed = answer(MasterFailed.class, build(MasterKind.BIAS, night.frames(FrameKind.BIAS)));
        assertThat(failed.category()).isEqualTo(FailureCategory.TOO_FEW_INPUTS);
        assertThat(failed.reason()).contains("2").contains("3 are needed");
        assertThat(productNames()).isEmpty();
    }

    @Test
    void whileTheArchiveIsAwayATaskIsHeldAndThenDone() throws Exception {
        night(0, 0, 0, 1, 128);
        Frame frame = night.frames(FrameKind.SCIENCE).get(0);
        Path marker = night.archiveFolder.resolve(".archive");
        Files.move(marker, folder.resolve("unmounted"));
        assertThatThrownBy(() -> handler.handle(look(frame))).isInstanceOf(ArchiveException.class);
        PatientHandler patient = new PatientHandler(handler, new StopSignal(), Duration.ofMillis(20));
        CompletableFuture<Outgoing<?>> answer = CompletableFuture.supplyAsync(() -> held(patient, look(frame)));
        Files.move(folder.resolve("unmounted"), marker);
        assertThat(answer.join().topic()).isEqualTo(Topics.FRAMES_REDUCED);
    }

    @Test
    void anArchiveThatTakesNothingIsAnAnswerForAFrameAndForAMaster() throws Exception {
        night(4, 0, 0, 1, 128);
        ReductionTask look = look(night.frames(FrameKind.SCIENCE).get(0));
        ReductionTask build = build(MasterKind.BIAS, night.frames(FrameKind.BIAS));
        String full = "there is no room in " + night.archiveFolder + ", where ";
        try (SmallDisk disk = SmallDisk.mountedOn(night.archiveFolder.resolve(".drafts"), 4)) {
            PatientHandler patient = new PatientHandler(handler, new StopSignal(), Duration.ofMillis(20));
            FrameFailed failed = (FrameFailed) held(patient, look).event();
            assertThat(failed.category()).isEqualTo(FailureCategory.DISK_FULL);
            assertThat(failed.reason()).contains(": " + full).endsWith("(No space left on device)");
            assertThat(failed.obstacle().orElseThrow()).startsWith(full);
            MasterFailed master = (MasterFailed) held(patient, build).event();
            assertThat(master.category()).isEqualTo(FailureCategory.DISK_FULL);
            assertThat(master.obstacle().orElseThrow()).startsWith(full);
            disk.makeReadOnly();
            MasterFailed readOnly = (MasterFailed) held(patient, build).event();
            assertThat(readOnly.category()).isEqualTo(FailureCategory.NOT_WRITABLE);
            assertThat(readOnly.obstacle())
                    .contains(night.archiveFolder + " may not be written to (Read-only file system)");
        }
        assertThat(handler.handle(build).event()).isInstanceOf(MasterBuilt.class);
    }

    @Test
    void oneFileThatMayNotBeReadIsAMatterOfThisFile() {
        assertThatThrownBy(() -> Inputs.explaining("raw/a.fits", () -> {
                    throw new AccessDeniedException("/archive/raw/a.fits");
                }))
                .isInstanceOfSatisfying(
                        TroubleException.class,
                        e -> assertThat(e.trouble())
                                .isEqualTo(new Trouble(
                                        FailureCategory.PERMISSION_DENIED,
                                        "raw/a.fits may not be read",
                                        "let the user of the calibrator read it")));
    }

    private static Outgoing<?> held(PatientHandler patient, ReductionTask task) {
        try {
            return patient.handle(task);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void givingUpAndBreakingAreAnswersToo() throws Exception {
        night(3, 0, 0, 1, 128);
        Frame frame = night.frames(FrameKind.SCIENCE).get(0);
        FrameFailed gaveUp =
                (FrameFailed) handler.answers().gaveUp(look(frame), 10).event();
        assertThat(gaveUp.category()).isEqualTo(FailureCategory.GAVE_UP);
        assertThat(gaveUp.stage()).isEqualTo(Stage.QUICK_LOOK);
        MasterFailed broke = (MasterFailed) handler.answers()
                .broke(build(MasterKind.BIAS, night.frames(FrameKind.BIAS)), new IllegalStateException("no such thing"))
                .event();
        assertThat(broke.category()).isEqualTo(FailureCategory.SOFTWARE);
        assertThat(broke.reason()).contains("no such thing");
    }
}
