package dev.vigil.scheduler.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every shelf must do. */
public abstract class ShelfContract {
    /** An empty shelf. */
    protected abstract Shelf shelf();

    private static byte[] bytes(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return bytes;
    }

    private static List<byte[]> keys(List<Shelf.Entry> entries) {
        return entries.stream().map(Shelf.Entry::key).toList();
    }

    private static Optional<byte[]> key(Optional<Shelf.Entry> entry) {
        return entry.map(Shelf.Entry::key);
    }

    @Test
    void whatWasPutIsThereAndWhatWasRemovedIsNot() {
        Shelf shelf = shelf();
        shelf.put(bytes(1), bytes(7));
        assertThat(shelf.get(bytes(1)))
                .hasValueSatisfying(value -> assertThat(value).containsExactly(7));
        shelf.put(bytes(1), bytes(8));
        assertThat(shelf.get(bytes(1)))
                .hasValueSatisfying(value -> assertThat(value).containsExactly(8));
        shelf.remove(bytes(1));
        shelf.remove(bytes(1));
        assertThat(shelf.get(bytes(1))).isEmpty();
    }

    @Test
    void anEmptyValueIsAValue() {
        Shelf shelf = shelf();
        shelf.put(bytes(1), new byte[0]);
        assertThat(shelf.get(bytes(1))).isPresent();
    }

    @Test
    void keysAreInTheOrderOfUnsignedBytes() {
        Shelf shelf = shelf();
        shelf.put(bytes(200), bytes());
        shelf.put(bytes(3), bytes());
        shelf.put(bytes(100, 1), bytes());
        assertThat(keys(shelf.under(bytes()))).containsExactly(bytes(3), bytes(100, 1), bytes(200));
    }

    @Test
    void aPrefixGivesAllThatBeginsWithItAndNothingElse() {
        Shelf shelf = shelf();
        for (byte[] key : List.of(bytes(4, 255), bytes(5), bytes(5, 0), bytes(5, 255, 255), bytes(6))) {
            shelf.put(key, bytes());
        }
        assertThat(keys(shelf.under(bytes(5)))).containsExactly(bytes(5), bytes(5, 0), bytes(5, 255, 255));
        assertThat(key(shelf.first(bytes(5))))
                .hasValueSatisfying(key -> assertThat(key).containsExactly(5));
        assertThat(key(shelf.last(bytes(5))))
                .hasValueSatisfying(key -> assertThat(key).isEqualTo(bytes(5, 255, 255)));
        assertThat(shelf.first(bytes(7))).isEmpty();
        assertThat(shelf.last(bytes(3))).isEmpty();
    }

    @Test
    void thePrefixOfTheLastKeysHasNoEnd() {
        Shelf shelf = shelf();
        shelf.put(bytes(255, 255), bytes());
        assertThat(key(shelf.last(bytes(255)))).isPresent();
        assertThat(shelf.under(bytes(255))).hasSize(1);
    }

    @Test
    void aRangeHoldsBothItsEnds() {
        Shelf shelf = shelf();
        for (int i = 1; i <= 5; i++) {
            shelf.put(bytes(i), bytes());
        }
        assertThat(keys(shelf.between(bytes(2), bytes(4)))).containsExactly(bytes(2), bytes(3), bytes(4));
    }

    @Test
    void theFirstFromAKeyMayBeTheKeyItself() {
        Shelf shelf = shelf();
        shelf.put(bytes(2), bytes());
        shelf.put(bytes(4), bytes());
        assertThat(key(shelf.firstFrom(bytes(2))))
                .hasValueSatisfying(key -> assertThat(key).containsExactly(2));
        assertThat(key(shelf.firstFrom(bytes(3))))
                .hasValueSatisfying(key -> assertThat(key).containsExactly(4));
        assertThat(shelf.firstFrom(bytes(5))).isEmpty();
    }
}
