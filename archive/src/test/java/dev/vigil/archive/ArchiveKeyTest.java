package dev.vigil.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveKeyTest {
    @Test
    void anOrdinaryNameStaysAsItIs() {
        assertThat(ArchiveKey.of("raw", "7DT05", "2026-11-19", "7DT05_i_1x1_100.0s~2.fits.fz"))
                .hasToString("raw/7DT05/2026-11-19/7DT05_i_1x1_100.0s~2.fits.fz");
    }

    @Test
    void whatIsOddIsPercentEncoded() {
        assertThat(ArchiveKey.of("raw", "my frame\n1.fits")).hasToString("raw/my%20frame%0A1.fits");
        assertThat(ArchiveKey.of("å/b")).hasToString("%C3%A5%2Fb");
    }

    @Test
    void whatIsEncodedAlreadyIsNotEncodedAgain() {
        assertThat(ArchiveKey.of("my%20frame.fits")).hasToString("my%20frame.fits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "raw/../../etc", "raw//a", "raw/", ".drafts/a", "a b", "a%2", "raw/./a"})
    void noKeyLeadsOutOfTheArchive(String value) {
        assertThatThrownBy(() -> new ArchiveKey(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pointsThatLeadUpwardsAreEncoded() {
        assertThat(ArchiveKey.of("raw", "..", ".hidden")).hasToString("raw/%2E./%2Ehidden");
    }

    @Test
    void aSiblingIsInTheSameFolder() {
        assertThat(ArchiveKey.of("raw", "a.fits").sibling("b.fits")).hasToString("raw/b.fits");
        assertThat(ArchiveKey.of("a.fits").sibling("b.fits")).hasToString("b.fits");
    }

    @Test
    void aNameThatNoFileSystemTakesIsShortenedAndStaysItsOwn() {
        String one = ArchiveKey.encoded("å".repeat(120) + "1.fits");
        String other = ArchiveKey.encoded("å".repeat(120) + "2.fits");
        assertThat(one).hasSizeLessThanOrEqualTo(240).endsWith("1.fits");
        assertThat(other.substring(0, other.length() - 6)).isNotEqualTo(one.substring(0, one.length() - 6));
    }

    @Property
    void anyNameBecomesAKey(@ForAll @StringLength(min = 1, max = 255) String name) {
        assertThat(ArchiveKey.of("raw", name).name()).isEqualTo(ArchiveKey.encoded(name));
    }
}
