package dev.vigil.simulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Puts the flaws of a plan into the frames of its night; which frames they befall follows from the seed. */
final class Spoiling {
    /** Seconds until a name is used again. */
    private static final long LATER = 3600;

    /** So many frames of a field tell what is usual for it. */
    private static final long OTHERS = 3;

    private final NightPlan plan;
    private final List<PlannedFrame> frames;
    private final Map<FrameKind, List<Integer>> victims = new EnumMap<>(FrameKind.class);

    private Spoiling(NightPlan plan, List<PlannedFrame> frames) {
        this.plan = plan;
        this.frames = new ArrayList<>(frames);
    }

    /** The frames with their flaws; one with a gap is among them, though it is never written. */
    static List<PlannedFrame> of(NightPlan plan, List<PlannedFrame> frames) {
        return List.copyOf(new Spoiling(plan, frames).spoilt());
    }

    /** The frames of a kind that nothing has befallen yet, in a random order. */
    private List<Integer> victims(FrameKind kind) {
        return victims.computeIfAbsent(kind, this::shuffled);
    }

    private List<Integer> shuffled(FrameKind kind) {
        String others = kind == FrameKind.SCIENCE ? "" : " " + kind.word();
        RandomStream random = RandomStream.of(plan.seed(), "flaws " + plan.unit() + " " + plan.night() + others);
        List<Integer> inOrder = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).kind() == kind) {
                inOrder.add(random.below(inOrder.size() + 1), i);
            }
        }
        return inOrder;
    }

    private List<PlannedFrame> spoilt() {
        plan.flaws().forEach((flaw, count) -> {
            flaw.befalls().ifPresent(kind -> {
                for (int i = 0; i < count; i++) {
                    spoil(flaw, victims(kind));
                }
            });
            flaw.adds().ifPresent(kind -> markLast(flaw, count, kind));
        });
        return frames;
    }

    private void spoil(Flaw flaw, List<Integer> left) {
        FrameKind kind = flaw.befalls().orElseThrow();
        if (left.isEmpty()) {
            throw new IllegalArgumentException("more flaws than " + kind.word() + " frames: the night has "
                    + frames.stream().filter(frame -> frame.kind() == kind).count());
        }
        int victim = victim(flaw, left);
        left.remove(Integer.valueOf(victim));
        PlannedFrame frame = frames.get(victim);
        if (flaw == Flaw.REUSED_NAME) {
            frames.add(frame.with(flaw).later(LATER));
        } else {
            frames.set(victim, named(frame.with(flaw)));
        }
    }

    /** The next one; for what shows beside others, the next one that has others before it, if there is any. */
    private int victim(Flaw flaw, List<Integer> left) {
        return left.stream()
                .filter(each -> !flaw.showsBesideOthers() || before(frames.get(each)) >= OTHERS)
                .findFirst()
                .orElse(left.get(0));
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
