package dev.vigil.calibrator;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.instruments.Profiles;
import dev.vigil.reduction.products.ProductForm;
import dev.vigil.reduction.steps.SolveAstrometry;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.QuickLook;
import dev.vigil.schemas.events.ReduceFrame;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.events.Work;
import java.time.Clock;
import java.time.Instant;

/** Does a reduction task, whichever of the three kinds it is. */
public final class ReductionHandler {
    private final Answers answers;
    private final QuickLooker quickLooker;
    private final FrameReducer frameReducer;
    private final MasterMaker masterMaker;
    private final Memory memory;

    private ReductionHandler(
            Answers answers,
            QuickLooker quickLooker,
            FrameReducer frameReducer,
            MasterMaker masterMaker,
            Memory memory) {
        this.answers = answers;
        this.quickLooker = quickLooker;
        this.frameReducer = frameReducer;
        this.masterMaker = masterMaker;
        this.memory = memory;
    }

    /** A handler that reads and publishes here, under the name of this worker. */
    public static ReductionHandler of(Archive archive, Archive working, Profiles profiles, String worker, Clock clock) {
        return of(archive, working, profiles, ProductForm.PLAIN, worker, clock);
    }

    /** A handler whose reduced frames have this form. */
    public static ReductionHandler of(
            Archive archive, Archive working, Profiles profiles, ProductForm form, String worker, Clock clock) {
        SolveAstrometry none = SolveAstrometry.WITHOUT_REFERENCES;
        return of(archive, working, profiles, form, none, Memory.of(0, 1), worker, clock);
    }

    /** The same, with frames placed on the sky in this way, and work within this memory. */
    public static ReductionHandler of(
            Archive archive,
            Archive working,
            Profiles profiles,
            ProductForm form,
            SolveAstrometry astrometry,
            Memory memory,
            String worker,
            Clock clock) {
        Inputs inputs = new Inputs(archive, working);
        Products products = new Products(archive, worker);
        Quality quality = new Quality(profiles);
        Signatures signatures = new Signatures(profiles);
        MasterCache masters = new MasterCache(inputs, memory);
        SkyKnowledge sky = new SkyKnowledge(profiles, astrometry);
        DetectorReducer detectors = new DetectorReducer(masters, signatures, sky, form, Hands.ofThisMachine());
        return new ReductionHandler(
                new Answers(worker, clock),
                new QuickLooker(inputs, products, quality, signatures),
                new FrameReducer(inputs, products, new FrameFiles(products, form), detectors, quality, signatures, sky),
                new MasterMaker(inputs, products, masters, quality, signatures),
                memory);
    }

    /**
     * The one answer to a task, which waits until there is memory for it; an archive that cannot be used is no answer, but a
     * reason to come again.
     */
    public Outgoing<?> handle(ReductionTask task) throws ArchiveException, InterruptedException {
        Need need = Need.of(task.work());
        if (!memory.canHold(need.bytes())) {
            return answers.failed(task, need.tooMuchFor(memory));
        }
        try (Memory.Claim claimed = memory.claim(need.bytes())) {
            return handled(task);
        }
    }

    private Outgoing<?> handled(ReductionTask task) throws ArchiveException {
        Instant began = answers.clock().instant();
        try {
            return done(task, began);
        } catch (TroubleException e) {
            return answers.failed(task, e.trouble());
        }
    }

    Answers answers() {
        return answers;
    }

    /** Whether the product of a task for a master is there already; what stands in the way of knowing is not. */
    public boolean isMade(BuildMaster work) throws ArchiveException {
        try {
            return masterMaker.isMade(work);
        } catch (TroubleException e) {
            return false;
        }
    }

    private Outgoing<?> done(ReductionTask task, Instant began) throws ArchiveException, TroubleException {
        Work work = task.work();
        if (work instanceof QuickLook look) {
            return answers.reduced(task, look.identity(), quickLooker.look(look), began);
        }
        if (work instanceof ReduceFrame frame) {
            return answers.reduced(task, frame.identity(), frameReducer.reduce(frame), began);
        }
        BuildMaster master = (BuildMaster) work;
        return answers.built(task, master, masterMaker.make(master), began);
    }
}
