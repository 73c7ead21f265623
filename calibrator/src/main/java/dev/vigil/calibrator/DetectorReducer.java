package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveException;
import dev.vigil.imaging.Header;
import dev.vigil.reduction.astrometry.Shift;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.ephemeris.SiteCards;
import dev.vigil.reduction.pixels.FitsRows;
import dev.vigil.reduction.pointing.PointingCards;
import dev.vigil.reduction.pointing.Whereabouts;
import dev.vigil.reduction.products.ProductForm;
import dev.vigil.reduction.products.ReducedDetector;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.schemas.events.ReduceFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reduces the detectors of a frame, some beside each other; what is done waits on the frame's shelf, in the form of the product. */
record DetectorReducer(MasterCache masters, Signatures signatures, SkyKnowledge sky, ProductForm form, Hands hands) {
    /** Detectors that go ahead at most: where none of them is placed on the sky, the others hardly are. */
    private static final int LEADERS = 3;

    /** The first detectors go ahead until one of them knows by how much the telescope was off, the rest go beside each other. */
    List<Attempt> reduce(OpenFrame frame, List<Detector> detectors) {
        List<Attempt> attempts = new ArrayList<>();
        List<Shift> ofFrames = Translation.shifts(frame.work().neighbours());
        List<Shift> ofLeader = List.of();
        while (attempts.size() < Math.min(LEADERS, detectors.size()) && ofLeader.isEmpty()) {
            Attempt attempt = attempt(frame, detectors.get(attempts.size()), ofFrames);
            attempts.add(attempt);
            ofLeader = attempt.shift();
        }
        List<Shift> known = Stream.concat(ofLeader.stream(), ofFrames.stream()).toList();
        attempts.addAll(hands.each(
                detectors.subList(attempts.size(), detectors.size()), detector -> attempt(frame, detector, known)));
        return attempts;
    }

    private Attempt attempt(OpenFrame frame, Detector detector, List<Shift> known) {
        ReduceFrame work = frame.work();
        try (Calibration calibration = new ReadCalibration(masters);
                OpenFringe fringe = signatures.openFringe(work.identity().unit(), work.facts(), detector.name())) {
            Recipe recipe = FramePlan.recipe(work, detector, calibration, fringe.master(), sky.steps(work));
            ReducedDetector done = reduced(frame, detector, recipe, known);
            String digest = work.input().digest().value();
            return new Attempt.Good(done.eachPlane(plane -> frame.shelf().keep(form.of(plane, digest))));
        } catch (TroubleException e) {
            return new Attempt.Bad(detector.name(), e.trouble());
        } catch (ArchiveException e) {
            return new Attempt.Interrupted(e);
        }
    }

    private static ReducedDetector reduced(OpenFrame frame, Detector detector, Recipe recipe, List<Shift> shifts)
            throws ArchiveException, TroubleException {
        ReduceFrame work = frame.work();
        return Inputs.explaining(work.input().key(), () -> {
            FitsRows raw = FitsRows.of(frame.reader(), detector.hdu());
            Header header = frame.header(detector.hdu());
            Whereabouts whereabouts = new Whereabouts(
                    PointingCards.of(header, frame.primary(), detector),
                    SkyKnowledge.middle(work.facts()),
                    SiteCards.of(frame.primary()),
                    SiteCards.airmass(frame.primary()),
                    shifts);
            return new ReducedDetector(detector, header, recipe, FramePlan.orTrouble(recipe.reduce(raw, whereabouts)));
        });
    }
}
