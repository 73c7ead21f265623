package dev.vigil.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vigil.progress.standing.Telescope;
import dev.vigil.schemas.events.CloseGap;
import dev.vigil.schemas.events.Counted;
import dev.vigil.schemas.events.ExpectNumbers;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import dev.vigil.schemas.events.Whole;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which numbers never came, and which files of an exposure. */
class CountsTest {
    private static final LocalDate THE_DAY_AFTER = Telescope.NIGHT.plusDays(1);
    private static final Whole CCDS = new Whole(0, 111, Duration.ofMinutes(5));
    private static final Duration QUIET = Duration.ofMinutes(6);

    private final Driven driven = new Driven();

    @AfterEach
    void close() {
        driven.close();
    }

    private static Telescope bias(long number) {
        return Telescope.frame("bias" + number + ".fits", FrameType.BIAS, Level.TRANSFERRED);
    }

    private static FrameAnnounced numbered(FrameAnnounced announced, Counted... counted) {
        return new FrameAnnounced(
                announced.identity(),
                announced.at(),
                announced.path(),
                announced.size(),
                announced.modified(),
                announced.judgement(),
                List.of(counted));
    }

    private static Counted number(long number) {
        return new Counted("", number, Optional.empty());
    }

    private void record(long number) {
        Telescope frame = bias(number);
        driven.say(numbered(frame.taken(1), number(number)), frame.transferred(2), frame.recorded(3));
    }

    private JsonNode night() {
        driven.pass(Duration.ofSeconds(3));
        List<KeyValue<String, JsonNode>> told = driven.told(Topics.PROGRESS_NIGHTS);
        return told.get(told.size() - 1).value;
    }

    private List<String> gaps(JsonNode night) {
        List<String> gaps = new ArrayList<>();
        night.path("gaps").forEach(gap -> gaps.add(gap.asText()));
        return gaps;
    }

    private RequestAnswered ask(long first, long last) throws Exception {
        CloseGap gap = new CloseGap(Telescope.NIGHT, "", first, last);
        driven.say(new Request("request " + first, "7DT05", Telescope.at(9), "ana", "the camera crashed", gap));
        return driven.answers().get(0);
    }

    @Test
    void aNightIsNotCompleteWhileANumberIsMissing() {
        record(100);
        record(103);
        driven.say(Driven.alive(THE_DAY_AFTER, 20));
        JsonNode night = night();
        assertThat(night.path("missing").asInt()).isEqualTo(2);
        assertThat(gaps(night)).containsExactly("#101-102");
        assertThat(night.path("complete").asBoolean()).isFalse();
        record(101);
        record(102);
        driven.say(Driven.alive(THE_DAY_AFTER, 21));
        night = night();
        assertThat(night.path("missing").asInt()).isZero();
        assertThat(night.has("gaps")).isFalse();
        assertThat(night.path("complete").asBoolean()).isTrue();
    }

    @Test
    void theNumbersOfRefusedAndExcludedFilesWereUsed() {
        record(1);
        driven.say(numbered(bias(2).refused(1), number(2)));
        driven.say(numbered(bias(3).excluded(1), number(3)));
        record(4);
        assertThat(night().path("missing").asInt()).isZero();
    }

    @Test
    void aGapThatIsWrittenOffIsMissingNoMoreAndTheAnswerSaysSo() throws Exception {
        record(100);
        record(106);
        driven.say(Driven.alive(THE_DAY_AFTER, 20));
        RequestAnswered answer = ask(101, 104);
        assertThat(answer.accepted()).isTrue();
        assertThat(answer.answer()).contains("4 numbers of 7DT05/2026-11-19");
        assertThat(gaps(night())).containsExactly("#105");
        assertThat(ask(105, 105).accepted()).isTrue();
        assertThat(night().path("complete").asBoolean()).isTrue();
        record(102);
        driven.say(Driven.alive(THE_DAY_AFTER, 21));
        assertThat(night().path("recorded").asInt()).isEqualTo(3);
    }

    private RequestAnswered expect(String series, long first, long last) throws Exception {
        ExpectNumbers numbers = new ExpectNumbers(Telescope.NIGHT, series, first, last);
        driven.say(new Request("expect " + first, "7DT05", Telescope.at(9), "ana", "the observing log", numbers));
        return driven.answers().get(0);
    }

    @Test
    void whatAnObservingLogNamesIsMissingUntilItComesOrIsWrittenOff() throws Exception {
        record(100);
        record(102);
        driven.say(Driven.alive(THE_DAY_AFTER, 20));
        RequestAnswered answer = expect("", 99, 105);
        assertThat(answer.accepted()).isTrue();
        assertThat(answer.answer()).isEqualTo("7DT05/2026-11-19/#99-105: missing are 99, 101, 103-105");
        assertThat(gaps(night())).containsExactly("#99", "#101", "#103-105");
        record(101);
        assertThat(ask(103, 105).accepted()).isTrue();
        JsonNode night = night();
        assertThat(gaps(night)).containsExactly("#99");
        assertThat(night.path("complete").asBoolean()).isFalse();
        record(99);
        assertThat(night().path("complete").asBoolean()).isTrue();
        assertThat(expect("", 100, 102).answer()).endsWith("it has no gap");
    }

    @Test
    void aNightOfWhichNothingCameIsMissingOnceItIsExpected() throws Exception {
        RequestAnswered answer = expect("", 1, 40);
        assertThat(answer.accepted()).isTrue();
        assertThat(answer.answer())
                .endsWith(
                        "missing are 1-40; no file that came has a number of it, so see whether the profile has numbering for it");
        JsonNode night = night();
        assertThat(gaps(night)).containsExactly("#1-40");
        assertThat(night.path("seen").asInt()).isZero();
        assertThat(night.path("complete").asBoolean()).isFalse();
    }

    @Test
    void whichFilesAnExposureHasNobodyNeedsToSay() throws Exception {
        Telescope ccd = bias(7);
        driven.say(numbered(ccd.taken(1), new Counted("HSCE1", 7, Optional.of(CCDS))));
        RequestAnswered answer = expect("HSCE1", 0, 111);
        assertThat(answer.accepted()).isFalse();
        assertThat(answer.answer()).contains("is an exposure: which files it has, its profile says");
        assertThat(expect("", 9, 3).answer()).isEqualTo("9-3 are no numbers: the lower comes first");
    }

    @Test
    void whatIsNotMissingCannotBeWrittenOff() throws Exception {
        record(100);
        record(102);
        RequestAnswered answer = ask(200, 300);
        assertThat(answer.accepted()).isFalse();
        assertThat(answer.answer()).contains("#200-300").contains("missing are 101");
    }

    @Test
    void aFrameThatMovesToAnotherNightTakesItsNumberAlong() {
        record(100);
        record(102);
        Telescope lost = bias(500).night(Optional.of(Telescope.NIGHT));
        driven.say(numbered(lost.arriving(1), number(500)));
        assertThat(night().path("missing").asInt()).isEqualTo(398);
        driven.say(numbered(bias(500).night(Optional.of(THE_DAY_AFTER)).taken(2), number(500)));
        driven.pass(Duration.ofSeconds(3));
        assertThat(driven.told(Topics.PROGRESS_NIGHTS))
                .filteredOn(told -> told.key.endsWith("2026-11-19"))
                .last()
                .satisfies(told -> assertThat(gaps(told.value)).containsExactly("#101"));
    }

    private static FrameAnnounced ccd(int ccd, int second) {
        Telescope frame = Telescope.science("HSCA000100%02d-%d.fits".formatted(ccd % 100, ccd));
        return numbered(
                frame.taken(second), number(100 + ccd % 2), new Counted("HSCE00000100", ccd, Optional.of(CCDS)));
    }

    private JsonNode exposure() {
        driven.pass(Duration.ofSeconds(3));
        List<KeyValue<String, JsonNode>> told = driven.told(Topics.PROGRESS_EXPOSURES);
        assertThat(told).isNotEmpty().allMatch(each -> each.key.equals("7DT05/2026-11-19/HSCE00000100"));
        return told.get(told.size() - 1).value;
    }

    @Test
    void ofAHundredAndTwelveFilesThreeAreLateAndOneNeverComesAndTheExposureSaysWhich() {
        List<FrameAnnounced> files = new ArrayList<>();
        for (int ccd = 0; ccd < 112; ccd++) {
            boolean isLate = ccd == 12 || ccd == 40 || ccd == 77;
            if (ccd != 103) {
                files.add(ccd(ccd, isLate ? 1000 + ccd : ccd / 4));
            }
        }
        Collections.shuffle(files, new Random(112));
        files.forEach(driven::say);
        files.subList(0, 20).forEach(driven::say);
        driven.pass(QUIET);
        JsonNode exposure = exposure();
        assertThat(exposure.toString())
                .contains("\"revision\":4,\"expected\":112,\"arrived\":111,\"missing\":1,\"missingMembers\":[\"103\"]")
                .contains("\"lateMembers\":[\"12\",\"40\",\"77\"]")
                .contains("\"complete\":false");
        JsonNode night = night();
        assertThat(night.path("seen").asInt()).isEqualTo(111);
        assertThat(gaps(night)).containsExactly("HSCE00000100#103");
    }

    @Test
    void anExposureWhoseMissingFileIsWrittenOffIsComplete() throws Exception {
        for (int ccd = 0; ccd < 111; ccd++) {
            driven.say(ccd(ccd, 1));
        }
        assertThat(exposure().path("complete").asBoolean()).isFalse();
        CloseGap gap = new CloseGap(Telescope.NIGHT, "HSCE00000100", 111, 111);
        driven.say(new Request("one", "7DT05", Telescope.at(9), "ana", "dead detector", gap));
        assertThat(driven.answers().get(0).accepted()).isTrue();
        JsonNode exposure = exposure();
        assertThat(exposure.path("complete").asBoolean()).isTrue();
        assertThat(exposure.path("closedMembers").get(0).asText()).isEqualTo("111");
    }

    @Test
    void whileTheFilesOfAnExposureComeInNoneIsMissingAndTheNightIsNotComplete() {
        for (int ccd = 0; ccd < 111; ccd++) {
            driven.say(ccd(ccd, 1));
        }
        driven.say(Driven.alive(THE_DAY_AFTER, 20));
        JsonNode exposure = exposure();
        assertThat(exposure.path("missing").asInt()).isZero();
        assertThat(exposure.path("arriving").asInt()).isEqualTo(1);
        assertThat(exposure.path("complete").asBoolean()).isFalse();
        JsonNode night = night();
        assertThat(night.path("missing").asInt()).isZero();
        assertThat(night.has("gaps")).isFalse();
        assertThat(night.path("complete").asBoolean()).isFalse();
        driven.pass(QUIET);
        assertThat(gaps(night())).containsExactly("HSCE00000100#111");
        assertThat(exposure().path("arriving").asInt()).isZero();
    }

    @Test
    void aFileThatStalledIsToldSoInItsExposureAndIsNotMissing() {
        for (int ccd = 0; ccd < 111; ccd++) {
            driven.say(ccd(ccd, 1));
        }
        Telescope last = Telescope.science("HSCA00010011-111.fits");
        Counted number = new Counted("HSCE00000100", 111, Optional.of(CCDS));
        driven.say(numbered(last.arriving(2), number));
        assertThat(exposure().path("arriving").asInt()).isEqualTo(1);
        driven.say(numbered(last.stalled(1200), number));
        driven.pass(QUIET);
        JsonNode exposure = exposure();
        assertThat(exposure.path("missing").asInt()).isZero();
        assertThat(exposure.path("arrived").asInt()).isEqualTo(111);
        assertThat(exposure.path("stalledMembers").toString()).isEqualTo("[\"111\"]");
        assertThat(exposure.path("complete").asBoolean()).isFalse();
        JsonNode night = night();
        assertThat(night.path("missing").asInt()).isZero();
        assertThat(night.path("stalled").asInt()).isEqualTo(1);
        driven.say(numbered(last.taken(1500), number));
        assertThat(exposure().path("complete").asBoolean()).isTrue();
    }

    @Test
    void anExposureThatIsAllHereSaysThatThoseBeforeItHaveNoMoreToCome() {
        Whole two = new Whole(0, 1, Duration.ofMinutes(5));
        Counted lone = new Counted("HSCE1", 0, Optional.of(two));
        driven.say(numbered(Telescope.science("1-0.fits").taken(1), lone));
        driven.say(numbered(Telescope.science("2-0.fits").taken(2), new Counted("HSCE2", 0, Optional.of(two))));
        assertThat(night().path("missing").asInt()).isZero();
        driven.say(numbered(Telescope.science("2-1.fits").taken(3), new Counted("HSCE2", 1, Optional.of(two))));
        assertThat(gaps(night())).containsExactly("HSCE1#1");
        driven.say(numbered(Telescope.science("1-1.fits").taken(34), new Counted("HSCE1", 1, Optional.of(two))));
        driven.pass(Duration.ofSeconds(3));
        List<KeyValue<String, JsonNode>> exposures = driven.told(Topics.PROGRESS_EXPOSURES);
        assertThat(exposures)
                .filteredOn(told -> told.key.endsWith("HSCE1"))
                .last()
                .extracting(told -> told.value.toString())
                .asString()
                .contains("\"revision\":2,", "\"lateMembers\":[\"1\"]", "\"complete\":true");
        assertThat(exposures)
                .filteredOn(told -> told.key.endsWith("HSCE2"))
                .last()
                .extracting(told -> told.value.path("revision").asInt())
                .isEqualTo(1);
    }

    @Test
    void filesThatAreCopiedTogetherAreNotLateWhateverTheirOrder() {
        Whole two = new Whole(0, 1, Duration.ofMinutes(5));
        driven.say(numbered(Telescope.science("1-0.fits").taken(1), new Counted("HSCE1", 0, Optional.of(two))));
        driven.say(numbered(Telescope.science("2-0.fits").taken(2), new Counted("HSCE2", 0, Optional.of(two))));
        driven.say(numbered(Telescope.science("2-1.fits").taken(3), new Counted("HSCE2", 1, Optional.of(two))));
        driven.say(numbered(Telescope.science("1-1.fits").taken(9), new Counted("HSCE1", 1, Optional.of(two))));
        driven.pass(Duration.ofSeconds(3));
        assertThat(driven.told(Topics.PROGRESS_EXPOSURES))
                .filteredOn(told -> told.key.endsWith("HSCE1"))
                .last()
                .extracting(told -> told.value.toString())
                .asString()
                .contains("\"revision\":1,", "\"lateMembers\":[]", "\"complete\":true");
    }

    @Test
    void aNumberWhoseHeaderIsOfAnotherNightThanItsFolderIsNotMissingThere() {
        record(1);
        record(3);
        assertThat(gaps(night())).containsExactly("#2");
        Telescope astray = bias(2).night(Optional.of(THE_DAY_AFTER));
        driven.say(numbered(astray.taken(1), number(2), number(2).perhapsIn(Telescope.NIGHT)));
        driven.pass(Duration.ofSeconds(3));
        assertThat(driven.told(Topics.PROGRESS_NIGHTS))
                .filteredOn(told -> told.key.endsWith("2026-11-19"))
                .last()
                .satisfies(told -> assertThat(gaps(told.value)).isEmpty());
    }

    @Test
    void aFileThatIsPerhapsOfAnotherExposureSaysNothingOfThoseThatAreComingIn() {
        Whole two = new Whole(0, 1, Duration.ofMinutes(5));
        driven.say(numbered(Telescope.science("1-0.fits").taken(1), new Counted("HSCE1", 0, Optional.of(two))));
        Counted astray = new Counted("HSCE2", 0, Optional.of(two)).perhaps();
        driven.say(numbered(Telescope.science("2-0.fits").taken(2), astray));
        assertThat(night().path("missing").asInt()).isZero();
    }

    @Test
    void anExposureThatNoFileIsSurelyOfIsNotToldOf() {
        Counted here = new Counted("HSCE1", 0, Optional.of(CCDS));
        driven.say(numbered(
                Telescope.science("1-0.fits").night(Optional.of(THE_DAY_AFTER)).taken(1),
                here,
                here.perhapsIn(Telescope.NIGHT)));
        driven.pass(Duration.ofSeconds(3));
        assertThat(driven.told(Topics.PROGRESS_EXPOSURES))
                .filteredOn(told -> told.value != null)
                .extracting(told -> told.key)
                .containsExactly("7DT05/" + THE_DAY_AFTER + "/HSCE1");
    }

    @Test
    void aHundredFilesAtOnceAreToldOfOnce() {
        for (int ccd = 0; ccd < 100; ccd++) {
            driven.say(ccd(ccd, 1));
        }
        driven.pass(Duration.ofSeconds(3));
        assertThat(driven.told(Topics.PROGRESS_EXPOSURES)).hasSize(1);
    }
}
