package dev.vigil.calibrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigil.calibrator.TestingNight.Frame;
import dev.vigil.simulator.FrameKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    private final List<String> went = Collections.synchronizedList(new ArrayList<>());

    /** Work that asks for memory, says so when it has it, and keeps it. */
    private Thread asking(Memory memory, String name, long bytes) {
        Thread thread = new Thread(() -> {
            try {
                memory.claim(bytes);
                went.add(name);
            } catch (InterruptedException e) {
                went.add(name + " stopped");
            }
        });
        thread.start();
        return thread;
    }

    private static void awaitWaiting(Thread thread) {
        await().until(() -> thread.getState() == Thread.State.WAITING);
    }

    @Test
    void workThatFindsNoRoomWaitsUntilThereIs() throws Exception {
        Memory memory = new Memory(100, 2);
        Memory.Claim first = memory.claim(60);
        Thread second = asking(memory, "second", 50);
        awaitWaiting(second);
        assertThat(went).isEmpty();
        first.close();
        second.join();
        assertThat(went).containsExactly("second");
    }

    @Test
    void smallWorkDoesNotOvertakeLargeWorkThatCameBefore() throws Exception {
        Memory memory = new Memory(100, 3);
        Memory.Claim first = memory.claim(60);
        Thread large = asking(memory, "large", 90);
        awaitWaiting(large);
        Thread small = asking(memory, "small", 15);
        awaitWaiting(small);
        assertThat(went).as("there is room for the small one alone").isEmpty();
        first.close();
        large.join();
        awaitWaiting(small);
        assertThat(went).containsExactly("large");
        small.interrupt();
        small.join();
    }

    @Test
    void aStopEndsTheWait() throws Exception {
        Memory memory = new Memory(100, 2);
        try (Memory.Claim first = memory.claim(100)) {
            Thread second = asking(memory, "second", 50);
            awaitWaiting(second);
            second.interrupt();
            second.join();
        }
        assertThat(went).containsExactly("second stopped");
        memory.claim(100).close();
    }

    @Test
    void mastersAreKeptInWhatWorkLeaves() throws Exception {
        Memory memory = new Memory(100, 2);
        try (Memory.Claim first = memory.claim(30)) {
            assertThat(memory.keep(41)).isFalse();
            assertThat(memory.keep(40)).isTrue();
            memory.claim(30).close();
        }
    }

    @Test
    void mastersAreLetGoForWorkThatNeedsTheirRoomOnceNobodyUsesThem() throws Exception {
        Memory memory = new Memory(100, 1);
        AtomicInteger forgotten = new AtomicInteger();
        memory.forgetMastersBy(() -> {
            forgotten.incrementAndGet();
            memory.letGo(60);
        });
        Memory.Claim first = memory.claim(30);
        assertThat(memory.keep(60)).isTrue();
        Thread large = asking(memory, "large", 90);
        awaitWaiting(large);
        assertThat(forgotten).hasValue(0);
        first.close();
        large.join();
        assertThat(forgotten).hasValue(1);
        assertThat(went).containsExactly("large");
    }

    @Test
    void whatAFrameNeedsGrowsWithItsPixels(@TempDir Path folder) throws Exception {
        TestingNight small = new TestingNight(folder.resolve("small"), TestingNight.plan(0, 0, 0, 1, 128));
        TestingNight large = new TestingNight(folder.resolve("large"), TestingNight.plan(0, 0, 0, 1, 512));
        long more = need(large) - need(small);
        assertThat(more).isBetween(20L * (512 * 512 - 128 * 128), 30L * (512 * 512 - 128 * 128));
    }

    private static long need(TestingNight night) throws Exception {
        Frame frame = night.frames(FrameKind.SCIENCE).get(0);
        return Need.of(TestingNight.reduce(frame).work()).bytes();
    }
}
