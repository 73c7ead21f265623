package dev.vigil.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final ExclusionRule TEST = new ExclusionRule(
            "test", Set.of(FrameType.SCIENCE), List.of("test"), List.of(), Set.of(), Optional.empty());

    @Test
    void wordsEndAtEverythingThatIsNoLetter() {
        assertThat(Words.of("M5_focus-Run2.5 Étoile")).containsExactly("m", "focus", "run", "étoile");
    }

    @Property
    void aWordInsideALongerOneIsNotFound(@ForAll @AlphaChars @StringLength(min = 1, max = 5) String letters) {
        assertThat(excluded(letters + "test")).isFalse();
        assertThat(excluded("test" + letters)).isFalse();
    }

    @Property
    void aWordOfItsOwnIsFoundWhereverItStands(@ForAll @AlphaChars @StringLength(min = 1, max = 5) String letters) {
        assertThat(excluded(letters + " TEST")).isTrue();
        assertThat(excluded("test7" + letters)).isTrue();
    }

    private static boolean excluded(String object) {
        FrameSource source = Frames.source(Frames.science().put("OBJECT", object, ""));
        return TEST.excludes(
                Frames.frame(Frames.generic().judge(source)),
                new HeaderFacts(new HeaderMap(Map.of(), Set.of()), source.hdus()));
    }
}
