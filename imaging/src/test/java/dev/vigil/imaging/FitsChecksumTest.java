package dev.vigil.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FitsChecksumTest {
    @Test
    void theStandardsExampleIsEncodedAsTheStandardSays() {
        assertThat(FitsChecksum.encodeComplement(868229149L)).isEqualTo("hcHjjc9ghcEghc9g");
    }

    @Test
    void nothingSumsToZero() {
        assertThat(new FitsChecksum().sum()).isZero();
    }

    @Test
    void theCarryIsAddedBack() {
        byte[] bytes = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0, 0, 0, 2};
        assertThat(new FitsChecksum().add(bytes, 0, 8).sum()).isEqualTo(2);
    }

    @Test
    void wordsAreBigEndian() {
        byte[] bytes = {1, 2, 3, 4};
        assertThat(new FitsChecksum().add(bytes, 0, 4).sum()).isEqualTo(0x01020304L);
    }

    @Test
    void bytesThatAreNotWholeWordsAreRefused() {
        assertThatThrownBy(() -> new FitsChecksum().add(new byte[5], 0, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void piecesSumToTheSameAsTheWhole(@ForAll @Size(48) byte[] bytes) {
        long whole = new FitsChecksum().add(bytes, 0, 48).sum();
        long pieces = new FitsChecksum()
                .add(bytes, 0, 4)
                .add(bytes, 4, 32)
                .add(bytes, 36, 12)
                .sum();
        assertThat(pieces).isEqualTo(whole);
    }

    @Property
    void anEncodedSumHasOnlyLettersAndDigits(@ForAll @LongRange(min = 0, max = 0xffffffffL) long sum) {
        assertThat(FitsChecksum.encodeComplement(sum)).matches("[0-9A-Za-z]{16}");
    }
}
