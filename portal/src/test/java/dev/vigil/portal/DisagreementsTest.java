package dev.vigil.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.schemas.events.FrameId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DisagreementsTest {
    private static final String LINE = """
            {"kind": "missing", "name": "T1/2026-11-19/a.fits", "words": "the archive does not hold <it>", "remedy": "fetch it again"}""";

    @Test
    void whatDoesNotAgreeIsShownWithWhatToDo() throws Exception {
        Disagreement found = Disagreement.read(LINE);
        assertThat(Disagreements.section(List.of(found)).toString())
                .contains("do not agree on 1 file", "missing", "T1/2026-11-19/a.fits", "fetch it again")
                .contains("&lt;it&gt;");
    }

    @Test
    void ofVeryManyTheFirstAreShown() throws Exception {
        assertThat(Disagreements.section(Collections.nCopies(50, Disagreement.read(LINE)))
                        .toString())
                .contains("on 50 files", "and 30 more");
    }

    @Test
    void whereAllAgreesNothingIsShown() {
        assertThat(Disagreements.section(List.of()).toString()).doesNotContain("agree on");
    }

    @Test
    void whatIsNoDifferenceIsRefused() {
        assertThatThrownBy(() -> Disagreement.read("{}")).isInstanceOf(IOException.class);
    }

    @Test
    void thoseOfAFrameAreFoundByItsNameAndItsUnitsNightsAreTold() throws Exception {
        NightBook book = new NightBook();
        NightKey night = NightKey.parse("T1/2026-11-19").orElseThrow();
        List<NightKey> told = new ArrayList<>();
        book.put(Night.read(night, "{}"));
        book.onChange(told::add);
        Disagreement found = Disagreement.read(LINE);
        book.note(found.name() + "#" + found.kind(), Optional.of(found));
        assertThat(told).contains(night);
        assertThat(book.disagreements(Stream.of(new FrameId(found.name())))).containsExactly(found);
        assertThat(book.disagreements(Stream.of(new FrameId(found.name() + "x"))))
                .isEmpty();
    }

    @Test
    void theBookForgetsWhatAgreesAgain() throws Exception {
        NightBook book = new NightBook();
        book.note("a#missing", Optional.of(Disagreement.read(LINE)));
        assertThat(book.disagreements()).hasSize(1);
        book.note("a#missing", Optional.empty());
        assertThat(book.disagreements()).isEmpty();
    }
}
