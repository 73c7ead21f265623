package dev.vigil.simulator;

import java.util.ArrayList;
import java.util.List;

/** Puts the flaws of a plan into the frames of its night; which frames they befall follows from the seed. */
final class Spoiling {
    /** Seconds until a name is used again. */
    private static final long LATER = 3600;

    /** So many frames of a field tell what is usual for it. */
    private static final long OTHERS = 3;

    private final NightPlan plan;
    private final List<PlannedFrame> frames;
    private final List<Integer> victims;

    private Spoiling(NightPlan plan, List<PlannedFrame> frames) {
        this.plan = plan;
        this.frames = new ArrayList<>(frames);
        this.victims = victims();
    }

    /** The frames with their flaws; one with a gap is among them, though it is never written. */
    static List<PlannedFrame> of(NightPlan plan, List<PlannedFrame> frames) {
        return List.copyOf(new Spoiling(plan, frames).spoilt());
    }

    /** The science frames in a random order. */
    private List<Integer> victims() {
        RandomStream random = RandomStream.of(plan.seed(), "flaws " + plan.unit() + " " + plan.night());
        List<Integer> inOrder = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).kind() == FrameKind.SCIENCE) {
                inOrder.add(random.below(inOrder.size() + 1), i);
            }
        }
        return inOrder;
    }

    private List<PlannedFrame> spoilt() {
        plan.flaws().forEach((flaw, count) -> {
            for (int i = 0; i < count && flaw.befallsScience(); i++) {
                spoil(flaw);
            }
            flaw.adds().ifPresent(kind -> markLast(flaw, count, kind));
        });
        return frames;
    }

    private void spoil(Flaw flaw) {
        if (victims.isEmpty()) {
            throw new IllegalArgumentException("more flaws than science frames: the night has "
                    + frames.stream()
                            .filter(frame -> frame.kind() == FrameKind.SCIENCE)
                            .count());
        }
        int victim = victim(flaw);
        victims.remove(Integer.valueOf(victim));
        PlannedFrame frame = frames.get(victim);
        if (flaw == Flaw.REUSED_NAME) {
            frames.add(frame.with(flaw).later(LATER));
        } else {
            frames.set(victim, named(frame.with(flaw)));
        }
    }

    /** The next one; for what shows beside others, the next one that has others before it, if there is any. */
    private int victim(Flaw flaw) {
        return victims.stream()
                .filter(each -> !flaw.showsBesideOthers() || before(frames.get(each)) >= OTHERS)
                .findFirst()
                .orElse(victims.get(0));
    }

    private long before(PlannedFrame frame) {
        return frames.stream()
                .filter(other -> other.field() == frame.field() && other.number() < frame.number())
                .map(PlannedFrame::number)
                .distinct()
                .count();
    }

    private PlannedFrame named(PlannedFrame frame) {
        String name = plan.instrument().nameOf(plan, frame);
        boolean wrong = frame.has(Flaw.WRONG_NAME);
        return frame.at(frame.folder(), wrong ? name.replaceFirst("\\.fits", "_copy.fits") : name);
    }

    /** The camera's own frames of the kind come first. */
    private void markLast(Flaw flaw, int exposures, FrameKind kind) {
        List<Integer> numbers = frames.stream()
                .filter(frame -> frame.kind() == kind)
                .map(PlannedFrame::number)
                .distinct()
                .toList();
        List<Integer> added = numbers.subList(numbers.size() - exposures, numbers.size());
        frames.replaceAll(frame -> frame.kind() == kind && added.contains(frame.number()) ? frame.with(flaw) : frame);
    }
}
