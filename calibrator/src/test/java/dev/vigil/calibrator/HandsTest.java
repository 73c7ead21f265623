package dev.vigil.calibrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HandsTest {
    private static final List<Integer> NUMBERS = IntStream.range(0, 100).boxed().toList();

    @Test
    void resultsComeInTheOrderOfTheThingsWhoeverDidThem() {
        assertThat(new Hands(3).each(NUMBERS, number -> number * number))
                .isEqualTo(NUMBERS.stream().map(number -> number * number).toList());
        assertThat(new Hands(3).each(List.<Integer>of(), number -> number)).isEmpty();
    }

    @Test
    void aHelperWorksBesideTheOneThatAsks() {
        CyclicBarrier both = new CyclicBarrier(2);
        Set<String> hands = ConcurrentHashMap.newKeySet();
        new Hands(1).each(List.of(1, 2), number -> {
            hands.add(Thread.currentThread().getName());
            return meet(both);
        });
        assertThat(hands).hasSize(2);
    }

    private static int meet(CyclicBarrier barrier) {
        try {
            return barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void withoutFreeHandsTheOneThatAsksDoesAllAlone() {
        Hands busy = new Hands(0);
        Set<String> hands = ConcurrentHashMap.newKeySet();
        busy.each(NUMBERS, number -> hands.add(Thread.currentThread().getName()));
        assertThat(hands).containsExactly(Thread.currentThread().getName());
    }

    @Test
    void whatADeedThrowsIsThrownAndHelpersAreFreeAgain() {
        Hands hands = new Hands(2);
        for (int again = 0; again < 5; again++) {
            assertThatThrownBy(() -> hands.each(NUMBERS, number -> 1 / (number - 50)))
                    .isInstanceOf(ArithmeticException.class);
        }
        aHandOf(hands);
    }

    private static void aHandOf(Hands hands) {
        CyclicBarrier all = new CyclicBarrier(3);
        assertThat(hands.each(List.of(1, 2, 3), number -> meet(all))).hasSize(3);
    }
}
