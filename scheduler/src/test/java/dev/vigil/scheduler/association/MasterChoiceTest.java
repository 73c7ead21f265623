package dev.vigil.scheduler.association;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.scheduler.Sky;
import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.MasterNeed;
import dev.vigil.schemas.events.Need;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ProductKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MasterChoiceTest {
    private static final String TONIGHT = "2026-11-19";
    private static final Configuration COLD = Sky.configuration("1x1", Optional.of(-10.0));
    private static final Wanted FRAME = new Wanted(
            "7DT05",
            TONIGHT,
            Instant.parse("2026-11-20T03:00:00Z"),
            COLD,
            Optional.of("r"),
            Optional.of(Duration.ofSeconds(100)),
            List.of());

    private static MasterBuilt master(
            MasterKind kind, String night, int version, Configuration configuration, String filter, double seconds) {
        String set = night + "_" + filter + seconds;
        MasterId id = MasterId.of("7DT05", kind, set, version);
        return new MasterBuilt(
                id,
                "7DT05",
                kind,
                set,
                version,
                Optional.of(LocalDate.parse(night)),
                Instant.EPOCH,
                "build:" + id,
                1,
                configuration,
                Optional.of(filter).filter(name -> !name.isEmpty()),
                Optional.of(seconds).filter(time -> time > 0).map(time -> Duration.ofMillis(Math.round(time * 1000))),
                LocalDate.parse(night).atTime(21, 0).toInstant(ZoneOffset.UTC),
                List.of(),
                List.of(),
                List.of(new Product(ProductKind.MASTER, Sky.stored(id.value()))),
                Map.of(),
                List.of(),
                "calibrator-1",
                Duration.ZERO);
    }

    private static MasterBuilt bias(String night) {
        return master(MasterKind.BIAS, night, 1, COLD, "", 0);
    }

    private static MasterBuilt notGood(MasterBuilt of) {
        return new MasterBuilt(
                of.master(),
                of.unit(),
                of.kind(),
                of.set(),
                of.version(),
                of.night(),
                of.at(),
                of.task(),
                of.attempt(),
                of.configuration(),
                of.filter(),
                of.exposureTime(),
                of.middle(),
                of.inputs(),
                of.masters(),
                of.products(),
                of.quality(),
                of.flags(),
                of.worker(),
                of.took(),
                of.checks(),
                Optional.of(false));
    }

    private static MasterBuilt dark(String night, double seconds) {
        return master(MasterKind.DARK, night, 1, COLD, "", seconds);
    }

    private static CalibrationSet open(MasterKind kind, String filter, double seconds) {
        return new CalibrationSet(
                new SetKey("7DT05", kind, TONIGHT, TONIGHT + "_own" + filter + seconds),
                COLD,
                Optional.of(filter).filter(name -> !name.isEmpty()),
                Optional.of(seconds).filter(time -> time > 0).map(time -> Duration.ofMillis(Math.round(time * 1000))),
                true,
                Instant.EPOCH,
                0,
                "",
                CalibrationSet.Phase.NEW,
                "");
    }

    private static MasterChoice choice(MasterKind kind, List<MasterBuilt> built, List<CalibrationSet> sets) {
        return new MasterChoice(FRAME, Sky.need(kind, Need.REQUIRED), built, sets);
    }

    private static Optional<MasterBuilt> used(MasterChoice choice) {
        return choice.choose() instanceof Choice.Use use ? Optional.of(use.master()) : Optional.empty();
    }

    private static List<String> objections(MasterKind kind, MasterBuilt master) {
        return choice(kind, List.of(master), List.of()).candidates().get(0).objections();
    }

    @Test
    void theNearestInTimeIsTaken() {
        List<MasterBuilt> built = List.of(bias("2026-11-15"), bias("2026-11-18"), bias("2026-11-23"));
        assertThat(used(choice(MasterKind.BIAS, built, List.of()))).contains(built.get(1));
    }

    @Test
    void aMasterOfAFollowingNightMayBeTheNearest() {
        List<MasterBuilt> built = List.of(bias("2026-11-15"), bias("2026-11-20"));
        assertThat(used(choice(MasterKind.BIAS, built, List.of()))).contains(built.get(1));
    }

    @Test
    void aGoodMasterIsTakenBeforeANearerOneThatIsNot() {
        List<MasterBuilt> built = List.of(bias("2026-11-15"), notGood(bias(TONIGHT)));
        assertThat(used(choice(MasterKind.BIAS, built, List.of()))).contains(built.get(0));
    }

    @Test
    void aMasterThatIsNotGoodIsTakenWhereNoGoodOneIsNearEnough() {
        List<MasterBuilt> built = List.of(bias("2026-11-01"), notGood(bias("2026-11-17")), notGood(bias(TONIGHT)));
        assertThat(used(choice(MasterKind.BIAS, built, List.of()))).contains(built.get(2));
    }

    @Test
    void aNewVersionThatIsNotGoodDoesNotDisplaceAGoodOne() {
        MasterBuilt first = master(MasterKind.BIAS, TONIGHT, 1, COLD, "", 0);
        MasterBuilt second = notGood(master(MasterKind.BIAS, TONIGHT, 2, COLD, "", 0));
        MasterBuilt third = master(MasterKind.BIAS, TONIGHT, 3, COLD, "", 0);
        assertThat(used(choice(MasterKind.BIAS, List.of(first, second), List.of())))
                .contains(first);
        assertThat(used(choice(MasterKind.BIAS, List.of(first, second, third), List.of())))
                .contains(third);
        assertThat(used(choice(MasterKind.BIAS, List.of(notGood(first), second), List.of())))
                .contains(second);
    }

    @Test
    void aMasterOfTheNightThatIsNotGoodDoesNotStandInForASetThatIsOnItsWay() {
        CalibrationSet own = open(MasterKind.BIAS, "", 0);
        assertThat(choice(MasterKind.BIAS, List.of(notGood(bias(TONIGHT))), List.of(own))
                        .choose())
                .isEqualTo(new Choice.WaitFor(own));
    }

    @Test
    void aMasterThatIsTooOldIsNotTaken() {
        assertThat(objections(MasterKind.BIAS, bias("2026-11-01")))
                .containsExactly("it is 438 hours away, more than 168");
    }

    @Test
    void anotherConfigurationIsNotTakenAndTheReasonIsSaid() {
        Configuration binned = Sky.configuration("2x2", Optional.of(-10.0));
        assertThat(objections(MasterKind.BIAS, master(MasterKind.BIAS, TONIGHT, 1, binned, "", 0)))
                .containsExactly("binning is 2x2 and not 1x1");
    }

    @Test
    void aTemperatureWithinTheToleranceWillDo() {
        Configuration near = Sky.configuration("1x1", Optional.of(-9.2));
        Configuration far = Sky.configuration("1x1", Optional.of(-8.0));
        assertThat(objections(MasterKind.BIAS, master(MasterKind.BIAS, TONIGHT, 1, near, "", 0)))
                .isEmpty();
        assertThat(objections(MasterKind.BIAS, master(MasterKind.BIAS, TONIGHT, 1, far, "", 0)))
                .containsExactly("temperature is -8.0 and not within 1.0 of -10.0");
    }

    @Test
    void aTemperatureThatOnlyOneOfBothKnowsIsNoAgreement() {
        Configuration unknown = Sky.configuration("1x1", Optional.empty());
        assertThat(objections(MasterKind.BIAS, master(MasterKind.BIAS, TONIGHT, 1, unknown, "", 0)))
                .containsExactly("the temperature of one of both is unknown");
    }

    @Test
    void aFlatOfAnotherFilterIsNotTaken() {
        assertThat(objections(MasterKind.FLAT, master(MasterKind.FLAT, TONIGHT, 1, COLD, "g", 0)))
                .containsExactly("filter is g and not r");
    }

    @Test
    void theFilterDoesNotMatterToABias() {
        assertThat(objections(MasterKind.BIAS, bias(TONIGHT))).isEmpty();
    }

    @Test
    void theDarkOfTheSameTimeIsTakenAmongThoseOfANight() {
        List<MasterBuilt> built = List.of(dark(TONIGHT, 60), dark(TONIGHT, 100), dark(TONIGHT, 200));
        assertThat(used(choice(MasterKind.DARK, built, List.of()))).contains(built.get(1));
    }

    @Test
    void aDarkThatWouldBeScaledTooMuchIsNotTaken() {
        assertThat(objections(MasterKind.DARK, dark(TONIGHT, 5)))
                .containsExactly("its exposure time of 5s would be scaled by more than 10.0");
    }

    @Test
    void onlyTheNewestVersionOfASetIsTaken() {
        MasterBuilt first = master(MasterKind.BIAS, TONIGHT, 1, COLD, "", 0);
        MasterBuilt second = master(MasterKind.BIAS, TONIGHT, 2, COLD, "", 0);
        assertThat(used(choice(MasterKind.BIAS, List.of(first, second), List.of())))
                .contains(second);
        assertThat(choice(MasterKind.BIAS, List.of(first, second), List.of()).candidates())
                .filteredOn(candidate -> !candidate.serves())
                .singleElement()
                .satisfies(old -> assertThat(old.objections()).containsExactly("version 2 of its set is newer"));
    }

    @Test
    void theOpenSetOfTheNightIsWaitedForEvenIfAnOlderMasterWouldDo() {
        CalibrationSet own = open(MasterKind.BIAS, "", 0);
        assertThat(choice(MasterKind.BIAS, List.of(bias("2026-11-18")), List.of(own))
                        .choose())
                .isEqualTo(new Choice.WaitFor(own));
    }

    @Test
    void anOpenSetThatWouldNotFitIsNotWaitedFor() {
        CalibrationSet own = open(MasterKind.FLAT, "g", 0);
        MasterBuilt old = master(MasterKind.FLAT, "2026-11-18", 1, COLD, "r", 0);
        assertThat(used(choice(MasterKind.FLAT, List.of(old), List.of(own)))).contains(old);
    }

    @Test
    void aDarkOfTheRightTimeIsNotHeldUpByAnotherThatIsOpen() {
        MasterBuilt right = dark(TONIGHT, 100);
        assertThat(used(choice(MasterKind.DARK, List.of(right), List.of(open(MasterKind.DARK, "", 20)))))
                .contains(right);
    }

    @Test
    void aDarkOfAnotherTimeIsNotTakenWhileTheRightOneIsOpen() {
        CalibrationSet right = open(MasterKind.DARK, "", 100);
        assertThat(choice(MasterKind.DARK, List.of(dark(TONIGHT, 20)), List.of(right))
                        .choose())
                .isEqualTo(new Choice.WaitFor(right));
    }

    @Test
    void theOrderInWhichCandidatesAreFoundDoesNotMatter() {
        List<MasterBuilt> built = List.of(dark("2026-11-18", 100), dark("2026-11-21", 100), dark(TONIGHT, 90));
        List<MasterBuilt> turned = List.of(built.get(2), built.get(1), built.get(0));
        assertThat(choice(MasterKind.DARK, built, List.of()).candidates())
                .isEqualTo(choice(MasterKind.DARK, turned, List.of()).candidates());
    }

    @Test
    void withoutAnyCandidateTheReasonSaysSo() {
        assertThat(choice(MasterKind.FLAT, List.of(), List.of()).choose())
                .isEqualTo(new Choice.None(
                        "no flat was built within 168 hours, and none of night 2026-11-19 was announced"));
    }

    @Test
    void aFailedSetOfTheNightIsTheReason() {
        CalibrationSet failed =
                open(MasterKind.BIAS, "", 0).closed("a@1", COLD).in(CalibrationSet.Phase.FAILED, "it is saturated");
        assertThat(choice(MasterKind.BIAS, List.of(), List.of(failed)).choose())
                .isEqualTo(new Choice.None("bias of 2026-11-19: version 1 failed: it is saturated"));
    }

    @Test
    void aNeedWithoutLimitsTakesAnyTemperatureAndScale() {
        MasterNeed free =
                new MasterNeed(MasterKind.DARK, Need.REQUIRED, Duration.ofDays(7), Optional.empty(), Optional.empty());
        MasterBuilt warm = master(MasterKind.DARK, TONIGHT, 1, Sky.configuration("1x1", Optional.of(20.0)), "", 1);
        assertThat(new MasterChoice(FRAME, free, List.of(warm), List.of()).choose())
                .isEqualTo(new Choice.Use(warm));
    }
}
