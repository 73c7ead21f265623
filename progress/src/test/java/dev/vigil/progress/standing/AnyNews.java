package dev.vigil.progress.standing;

import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.FrameEvent;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.Stage;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Draws anything that can be said of a frame, also what makes no sense. */
final class AnyNews {
    private static final int SECONDS = 20;

    private AnyNews() {}

    /** News of one frame, of any of three revisions, in two nights or in an unknown one. */
    static Arbitrary<FrameEvent> ofOneFrame() {
        return of(Telescope.science("a.fits"));
    }

    /** News of one of a few frames of several types. */
    static Arbitrary<FrameEvent> ofFrames() {
        return Arbitraries.of("a", "b", "c", "d", "e", "f")
                .flatMap(name -> Combinators.combine(Arbitraries.of(FrameType.values()), Arbitraries.of(Level.values()))
                        .as((type, level) -> Telescope.frame(name, type, level))
                        .flatMap(AnyNews::of));
    }

    private static Arbitrary<FrameEvent> of(Telescope frame) {
        Arbitrary<Telescope> placed = Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(-1, 1))
                .as((revision, attempt, night) -> frame.revision(revision)
                        .attempt(attempt)
                        .night(Optional.of(Telescope.NIGHT)
                                .filter(known -> night >= 0)
                                .map(known -> known.plusDays(night))));
        return placed.flatMap(AnyNews::said);
    }

    private static Arbitrary<FrameEvent> said(Telescope frame) {
        Arbitrary<Integer> second = Arbitraries.integers().between(0, SECONDS);
        return Arbitraries.oneOf(
                second.map(frame::arriving),
                second.map(frame::stalled),
                second.map(frame::refused),
                second.map(frame::taken),
                second.map(frame::excluded),
                second.map(frame::transferred),
                second.map(frame::reduced),
                second.map(frame::quickLook),
                Combinators.combine(second, Arbitraries.of(Level.values())).as(frame::recorded),
                Combinators.combine(
                                second,
                                Arbitraries.of(Stage.values()),
                                Arbitraries.integers().between(1, 3))
                        .as(frame::failed),
                Combinators.combine(
                                second,
                                Arbitraries.of(Stage.values()),
                                Arbitraries.of(Awaited.values()),
                                Arbitraries.integers().between(1, 3),
                                Arbitraries.of(true, false))
                        .as(frame::waiting));
    }
}
