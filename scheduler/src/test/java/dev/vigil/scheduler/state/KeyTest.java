package dev.vigil.scheduler.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeyTest {
    @Property
    void numbersAreOrderedAsNumbers(@ForAll long one, @ForAll long other) {
        int order = Arrays.compareUnsigned(
                new Key().then(one).bytes(), new Key().then(other).bytes());
        assertThat(Integer.signum(order)).isEqualTo(Long.compare(one, other));
    }

    @Test
    void aTextThatBeginsAnotherComesFirst() {
        assertThat(Arrays.compareUnsigned(
                        new Key().then("7DT0").then("z").bytes(),
                        new Key().then("7DT05").then("a").bytes()))
                .isNegative();
    }

    @Test
    void aUnitIsNotThePrefixOfAnother() {
        assertThat(Key.beginsWith(
                        new Key().then("7DT05").bytes(), new Key().then("7DT0").bytes()))
                .isFalse();
    }
}
