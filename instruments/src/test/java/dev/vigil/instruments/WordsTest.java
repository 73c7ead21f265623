package dev.vigil.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final ExclusionRule TEST =
            new ExclusionRule("test", Set.of(FrameType.SCIENCE), List.of("test"), List.of());

    @Test
    void wordsEndAtEverythingThatIsNoLetter() {
        assertThat(Words.of("M5_focus-Run2.5 Étoile")).containsExactly("m", "focus", "run", "étoile");
    }

    @Property
    void aWordInsideALongerOneIsNotFound(@ForAll @AlphaChars @StringLength(min = 1, max = 5) String letters) {
        assertThat(TEST.excludes(FrameType.SCIENCE, Optional.of(letters + "test")))
                .isFalse();
        assertThat(TEST.excludes(FrameType.SCIENCE, Optional.of("test" + letters)))
                .isFalse();
    }

    @Property
    void aWordOfItsOwnIsFoundWhereverItStands(@ForAll @AlphaChars @StringLength(min = 1, max = 5) String letters) {
        assertThat(TEST.excludes(FrameType.SCIENCE, Optional.of(letters + " TEST")))
                .isTrue();
        assertThat(TEST.excludes(FrameType.SCIENCE, Optional.of("test7" + letters)))
                .isTrue();
    }
}
