package dev.vigil.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FolderCheckTest {
    private final Flags flags = new Flags();

    private static FolderFacts gain(String said) {
        return new FolderFacts(Optional.empty(), Optional.empty(), Optional.of(said), false);
    }

    @Test
    void aFolderThatSaysAGainIsHeldAgainstNoHeaderThatSaysNone() {
        new FolderCheck(gain("1.0"), flags).gain(Optional.empty());
        assertThat(flags.remarks()).isEmpty();
    }

    @Test
    void aGainIsTheSameHoweverManyZerosStandBehindIt() {
        new FolderCheck(gain("100.0"), flags).gain(Optional.of("100"));
        assertThat(flags.remarks()).isEmpty();
        new FolderCheck(gain("100"), flags).gain(Optional.of("200"));
        assertThat(flags.remarks()).containsOnlyKeys(Flag.FOLDER_DISAGREES_ON_GAIN);
    }
}
