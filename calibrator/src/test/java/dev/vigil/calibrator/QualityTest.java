package dev.vigil.calibrator;

import static dev.vigil.calibrator.TestingNight.build;
import static dev.vigil.calibrator.TestingNight.chosen;
import static dev.vigil.calibrator.TestingNight.look;
import static dev.vigil.calibrator.TestingNight.plan;
import static dev.vigil.calibrator.TestingNight.reduce;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.calibrator.TestingNight.Frame;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Header;
import dev.vigil.instruments.Profiles;
import dev.vigil.instruments.checks.Measurable;
import dev.vigil.instruments.checks.QualityCheck;
import dev.vigil.schemas.events.CheckOutcome;
import dev.vigil.schemas.events.CheckResult;
import dev.vigil.schemas.events.ChosenMaster;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.simulator.FrameKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T04:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private TestingNight night;

    @BeforeEach
    void night() throws Exception {
        night = new TestingNight(folder, plan(4, 0, 0, 1, 512));
    }

    private FrameReduced answer(Profiles profiles, ReductionTask task) throws Exception {
        return (FrameReduced) handler(profiles).handle(task).event();
    }

    private ReductionHandler handler(Profiles profiles) {
        return ReductionHandler.of(night.archive, night.working, profiles, "worker-1", CLOCK);
    }

    private ReductionTask reduction() throws Exception {
        ReductionTask bias = build(MasterKind.BIAS, night.frames(FrameKind.BIAS));
        ChosenMaster master =
                chosen((MasterBuilt) handler(Profiles.bundled()).handle(bias).event());
        return reduce(science(), master);
    }

    private Frame science() throws Exception {
        return night.frames(FrameKind.SCIENCE).get(0);
    }

    private Profiles expecting(String checks) throws Exception {
        Path own = Files.createDirectories(folder.resolve("profiles"));
        Files.writeString(
                own.resolve("mine.yaml"),
                "profile: mine\nextends: generic\nunits: [" + TestingNight.UNIT + "]\nchecks: " + checks + "\n");
        return Profiles.bundledAnd(own);
    }

    private static Map<String, CheckResult> byName(FrameReduced reduced) {
        return reduced.checks().stream().collect(Collectors.toMap(CheckResult::name, Function.identity()));
    }

    private Header primary(FrameReduced reduced) throws Exception {
        return primary(reduced.products().get(0));
    }

    private Header primary(Product product) throws Exception {
        return FitsFile.read(night.archiveFolder.resolve(product.file().key()))
                .primary()
                .header();
    }

    @Test
    void aLookAtAFrameSaysWhetherItIsGoodAndWhy() throws Exception {
        FrameReduced looked = answer(Profiles.bundled(), look(science()));
        Map<String, CheckResult> checks = byName(looked);
        assertThat(looked.good()).contains(true);
        assertThat(checks.get("starsSeen").outcome()).isEqualTo(CheckOutcome.PASSED);
        assertThat(checks.get("starsSeen").value())
                .contains(looked.measurements().sources().orElseThrow().doubleValue());
        assertThat(checks.get("notSaturated").most()).contains(0.15);
        assertThat(checks.get("moonAway").value())
                .contains(looked.measurements().others().get("moonSeparation"));
        assertThat(checks.get("sunDown").outcome()).isEqualTo(CheckOutcome.PASSED);
        assertThat(checks).doesNotContainKey("skyPositive");
    }

    @Test
    void aProductSaysInItsHeaderWhatTheEventSays() throws Exception {
        FrameReduced reduced = answer(Profiles.bundled(), reduction());
        Header header = primary(reduced);
        Map<String, CheckResult> checks = byName(reduced);
        assertThat(reduced.good()).contains(true);
        assertThat(header.integer("QCGOOD")).hasValue(1);
        assertThat(checks).containsKeys("skyPositive", "biasFresh", "seeing").doesNotContainKey("notSaturated");
        for (QualityCheck check :
                Profiles.bundled().profileFor(TestingNight.UNIT).checks().all()) {
            if (checks.containsKey(check.name())) {
                CheckOutcome outcome = checks.get(check.name()).outcome();
                assertThat(header.has(check.card())).as(check.card()).isEqualTo(outcome != CheckOutcome.NOT_APPLICABLE);
                assertThat(header.text(check.card()))
                        .as(check.card())
                        .isEqualTo(
                                switch (outcome) {
                                    case PASSED -> Optional.of("1");
                                    case FAILED -> Optional.of("0");
                                    default -> Optional.<String>empty();
                                });
            }
        }
        assertThat(checks.values()).extracting(CheckResult::outcome).contains(CheckOutcome.NOT_APPLICABLE);
    }

    @Test
    void underAnotherLimitAFrameIsNotGoodAndItsReductionHasAnotherName() throws Exception {
        ReductionTask task = reduction();
        FrameReduced usual = answer(Profiles.bundled(), task);
        FrameReduced strict = answer(expecting("{starsSeen: {least: 1000000}}"), task);
        assertThat(strict.good()).contains(false);
        assertThat(byName(strict).get("starsSeen").outcome()).isEqualTo(CheckOutcome.FAILED);
        assertThat(primary(strict).integer("QCGOOD")).hasValue(0);
        assertThat(primary(strict).integer("QCSTARSS")).hasValue(0);
        assertThat(strict.reduction()).isNotEqualTo(usual.reduction());
        assertThat(strict.recipe().fingerprint()).isNotEqualTo(usual.recipe().fingerprint());
    }

    private MasterBuilt bias(Profiles profiles) throws Exception {
        return (MasterBuilt) handler(profiles)
                .handle(build(MasterKind.BIAS, night.frames(FrameKind.BIAS)))
                .event();
    }

    @Test
    void aMasterSaysInItsEventAndInItsHeaderHowGoodItIs() throws Exception {
        MasterBuilt built = bias(Profiles.bundled());
        Map<String, CheckOutcome> checks =
                built.checks().stream().collect(Collectors.toMap(CheckResult::name, CheckResult::outcome));
        assertThat(built.good()).contains(true);
        assertThat(checks)
                .containsEntry("enoughFrames", CheckOutcome.FAILED)
                .containsEntry("fewLeftOut", CheckOutcome.PASSED)
                .containsEntry("framesAgree", CheckOutcome.PASSED)
                .containsEntry("fewBadPixels", CheckOutcome.PASSED)
                .containsEntry("biasLevel", CheckOutcome.PASSED)
                .doesNotContainKeys("flatEven", "starsSeen");
        assertThat(built.quality()).containsKeys("structure", "badShare", "frames");
        Header header = primary(built.products().get(0));
        assertThat(header.integer("QCGOOD")).hasValue(1);
        assertThat(header.integer("QCMFRAME")).hasValue(0);
        assertThat(header.integer("QCMCLIP")).hasValue(1);
        assertThat(header.has("QCFLATEV")).isFalse();
        assertThat(header.text("DATE-AVG").orElseThrow()).matches("2026-11-19T.*[0-9]");
    }

    @Test
    void underAnotherLimitAMasterIsNotGoodAndAnotherFile() throws Exception {
        MasterBuilt usual = bias(Profiles.bundled());
        MasterBuilt strict = bias(expecting("{enoughFrames: {least: 100, severity: error}}"));
        assertThat(strict.good()).contains(false);
        assertThat(primary(strict.products().get(0)).integer("QCGOOD")).hasValue(0);
        assertThat(strict.products()).isNotEqualTo(usual.products());
        assertThat(bias(Profiles.bundled()).checks()).isEqualTo(usual.checks());
    }

    @Test
    void aCheckThatCouldNotRunLeavesTheFrameNotGood() throws Exception {
        FrameReduced looked = answer(
                expecting("{fewStreaks: {level: quick look, measured: streaks, most: 1, needed: true, severity: error,"
                        + " says: Few streaks.}}"),
                look(science()));
        assertThat(byName(looked).get("fewStreaks").outcome()).isEqualTo(CheckOutcome.FAILED_TO_RUN);
        assertThat(looked.good()).contains(false);
    }

    @Test
    void whateverIsMeasuredIsDeclared() throws Exception {
        List<String> declared =
                List.of(Measurable.values()).stream().map(Measurable::key).toList();
        FrameReduced reduced = answer(Profiles.bundled(), reduction());
        assertThat(declared).containsAll(reduced.measurements().others().keySet());
    }
}
