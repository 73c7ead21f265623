package dev.vigil.cli.simulated;

import dev.vigil.reduction.references.CatalogueImport;
import dev.vigil.reduction.references.Wanted;
import dev.vigil.simulator.NightCatalogue;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.NightTruth;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.SimulatedNight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Writes a simulated night where a camera would, frame after frame. */
public final class Simulation {
    private final SimulatedNight night;
    private final Path incoming;
    private final Path truth;
    private final Duration cadence;

    /** Prepares it: a frame every so often, or one after the other when the cadence is zero. */
    public Simulation(NightPlan plan, Path incoming, Path truth, Duration cadence) {
        this.night = SimulatedNight.of(plan);
        this.incoming = incoming;
        this.truth = truth;
        this.cadence = cadence;
    }

    /** Where the frames go; some cameras put those of a kind beside it. */
    public Path folder() {
        return night.folderIn(incoming);
    }

    /** How many files it writes, those of one exposure each by itself. */
    public int files() {
        return night.frames().size();
    }

    /** What is wrong with the night. */
    public List<NightTruth.FlawTruth> flaws() {
        return night.flaws();
    }

    /** The catalogue of the night's stars, which is there before the first frame. */
    public Path references() {
        NightPlan plan = night.plan();
        return truth.resolve(plan.unit()).resolve(plan.night() + ".stars");
    }

    /** Writes that catalogue, if the night sees any stars, for those who want it before the night begins. */
    public Optional<Path> writeReferences() throws IOException {
        if (night.frames().stream().noneMatch(frame -> frame.kind().seesSky())) {
            return Optional.empty();
        }
        Path table = night.writeCatalogue(truth);
        Files.deleteIfExists(references());
        CatalogueImport.run(List.of(table), references(), wanted(night.plan()), bytes -> {});
        Files.delete(table);
        return Optional.of(references());
    }

    private static Wanted wanted(NightPlan plan) {
        NightCatalogue stars = plan.fields().catalogue(plan);
        Wanted wanted = Wanted.all(stars.name()).withNote(stars.note());
        return stars.band().map(wanted::withBand).orElse(wanted);
    }

    /** Writes all frames, and then what is true of them; says how many are done. */
    public void run(LongConsumer done) throws IOException, InterruptedException {
        Files.createDirectories(folder());
        writeReferences();
        long count = 0;
        for (PlannedFrame frame : night.frames()) {
            long start = System.nanoTime();
            night.writeBelow(incoming, frame);
            done.accept(++count);
            long rest = cadence.toMillis() - (System.nanoTime() - start) / 1_000_000;
            if (rest > 0) {
                Thread.sleep(rest);
            }
        }
        night.writeJunk(incoming);
        night.writeTruth(truth);
    }
}
