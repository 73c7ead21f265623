package dev.vigil.calibrator;

import static dev.vigil.calibrator.TestingNight.build;
import static dev.vigil.calibrator.TestingNight.look;
import static dev.vigil.calibrator.TestingNight.plan;
import static dev.vigil.calibrator.TestingNight.reduce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.vigil.archive.Archive;
import dev.vigil.archive.Stored;
import dev.vigil.calibrator.TestingNight.Frame;
import dev.vigil.instruments.Profiles;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.simulator.FrameKind;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that dies before any of its calls to the archive leaves nothing that the next one stumbles over. */
class KilledCalibratorTest {
    @TempDir
    Path folder;

    /** Stands for the kill. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static Archive mortal(Archive archive, int fatalCall) {
        int[] calls = {0};
        return (Archive) Proxy.newProxyInstance(
                Archive.class.getClassLoader(), new Class<?>[] {Archive.class}, (proxy, method, arguments) -> {
                    if (++calls[0] == fatalCall) {
                        throw new Killed();
                    }
                    try {
                        return method.invoke(archive, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static List<ReductionTask> tasks(TestingNight night) throws Exception {
        Frame frame = night.frames(FrameKind.SCIENCE).get(0);
        return List.of(build(MasterKind.BIAS, night.frames(FrameKind.BIAS)), look(frame), reduce(frame));
    }

    private TestingNight night(String name) throws Exception {
        return new TestingNight(folder.resolve(name), plan(3, 0, 0, 1, 64));
    }

    private static ReductionHandler handler(Archive archive, TestingNight night) {
        return ReductionHandler.of(archive, night.working, Profiles.bundled(), "worker", Clock.systemUTC());
    }

    private static List<Product> products(TestingNight night, ReductionTask task) throws Exception {
        Object event = handler(night.archive, night).handle(task).event();
        return event instanceof MasterBuilt built ? built.products() : ((FrameReduced) event).products();
    }

    private static List<Stored> files(TestingNight night) throws Exception {
        List<Stored> files = new ArrayList<>(night.archive.list("products"));
        files.addAll(night.archive.list("masters"));
        return files;
    }

    @Test
    void killedBeforeAnyStepTheNextDeliveryEndsAsIfNothingHadBeen() throws Exception {
        TestingNight undisturbed = night("undisturbed");
        List<List<Product>> expected = new ArrayList<>();
        for (ReductionTask task : tasks(undisturbed)) {
            expected.add(products(undisturbed, task));
        }
        for (int kind = 0; kind < expected.size(); kind++) {
            int calls = killAtEveryCall(kind, expected.get(kind));
            assertThat(calls).as("calls to the archive").isGreaterThan(4);
        }
    }

    private int killAtEveryCall(int kind, List<Product> expected) throws Exception {
        for (int fatalCall = 1; ; fatalCall++) {
            TestingNight night = night(kind + "-" + fatalCall);
            ReductionTask task = tasks(night).get(kind);
            ReductionHandler mortal = handler(mortal(night.archive, fatalCall), night);
            boolean survived = catchThrowable(() -> mortal.handle(task)) == null;
            assertThat(products(night, task))
                    .as("after a kill at call %s", fatalCall)
                    .isEqualTo(expected);
            assertThat(files(night)).hasSameSizeAs(expected);
            if (survived) {
                return fatalCall;
            }
        }
    }
}
