package dev.vigil.calibrator;

import dev.vigil.instruments.Profile;
import dev.vigil.instruments.Profiles;
import dev.vigil.instruments.signature.Crosstalk;
import dev.vigil.instruments.signature.LinearityCurve;
import dev.vigil.instruments.signature.OverscanRule;
import dev.vigil.instruments.signature.Readout;
import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Leak;
import dev.vigil.reduction.detectors.Linearity;
import dev.vigil.reduction.detectors.Overscan;
import dev.vigil.reduction.masters.Master;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds to the detectors that an announcement describes what the unit's profile knows of their electronics, and its fringes. */
record Signatures(Profiles profiles, FringeFiles fringes) {
    Signatures(Profiles profiles) {
        this(profiles, new FringeFiles());
    }

    /** One detector of a frame, ready to be reduced. */
    Detector detector(String unit, dev.vigil.schemas.events.Detector said, FrameFacts facts) throws TroubleException {
        Camera camera = new Camera(profiles.profileFor(unit), facts);
        Detector detector = camera.curved(plain(unit, said));
        return detector.withLeaks(camera.leaks(detector));
    }

    /** One detector, ready to be looked at: of its electronics only the overscan counts. */
    Detector plain(String unit, dev.vigil.schemas.events.Detector said) throws TroubleException {
        OverscanRule rule = profiles.profileFor(unit).signature().overscan();
        return Translation.detector(said).with(Overscan.valueOf(rule.name()));
    }

    /** The fringe frame that a frame is corrected by, if there is one for its filter, without its pixels. */
    Optional<Master> namedFringe(String unit, FrameFacts facts) throws TroubleException {
        Optional<Path> file = fringe(unit, facts);
        return file.isPresent() ? Optional.of(fringes.named(file.get())) : Optional.empty();
    }

    /** The same with the pixels of one detector, until it is closed. */
    OpenFringe openFringe(String unit, FrameFacts facts, String detector) throws TroubleException {
        Optional<Path> file = fringe(unit, facts);
        return file.isPresent() ? fringes.open(file.get(), detector) : OpenFringe.NONE;
    }

    private Optional<Path> fringe(String unit, FrameFacts facts) {
        Map<String, Path> byFilter = profiles.profileFor(unit).signature().fringes();
        return facts.filter().map(byFilter::get);
    }

    /** A camera as its profile and one of its frames describe it. */
    private record Camera(Profile profile, FrameFacts facts) {

        /** The detector with the curves of its amplifiers. */
        Detector curved(Detector detector) {
            List<Amplifier> amplifiers = new ArrayList<>();
            for (int i = 0; i < detector.amplifiers().size(); i++) {
                amplifiers.add(curved(detector.amplifiers().get(i), detector.name(), name(i)));
            }
            return new Detector(detector.name(), detector.hdu(), amplifiers, detector.overscan(), detector.leaks());
        }

        private Amplifier curved(Amplifier amplifier, String detector, String name) {
            return profile.signature().linearity().stream()
                    .filter(curve -> curve.amplifier().is(detector, name))
                    .findFirst()
                    .map(curve -> amplifier.withLinearity(linearity(curve)))
                    .orElse(amplifier);
        }

        private static Linearity linearity(LinearityCurve curve) {
            return curve.isPolynomial()
                    ? new Linearity.Polynomial(curve.polynomial(), curve.end())
                    : new Linearity.Table(curve.counted(), curve.linear());
        }

        List<Leak> leaks(Detector detector) throws TroubleException {
            List<Leak> leaks = new ArrayList<>();
            for (Crosstalk crosstalk : profile.signature().crosstalk()) {
                for (int i = 0; i < detector.amplifiers().size(); i++) {
                    if (crosstalk.to().is(detector.name(), name(i))) {
                        leaks.add(
                                leak(crosstalk, detector, detector.amplifiers().get(i)));
                    }
                }
            }
            return leaks;
        }

        private Leak leak(Crosstalk crosstalk, Detector detector, Amplifier to) throws TroubleException {
            Detector from = crosstalk.from().isOfAll() ? detector : other(crosstalk.from());
            try {
                return new Leak(
                        to,
                        from.hdu(),
                        amplifier(crosstalk.from(), from),
                        crosstalk.coefficient(),
                        crosstalk.isMirroredIn("x"),
                        crosstalk.isMirroredIn("y"),
                        from.name() + "/" + crosstalk.from().amplifier());
            } catch (IllegalArgumentException e) {
                throw wrong(e.getMessage());
            }
        }

        private Detector other(Readout from) throws TroubleException {
            for (dev.vigil.schemas.events.Detector said : facts.detectors()) {
                if (said.name().equals(from.detector())) {
                    return Translation.detector(said);
                }
            }
            throw wrong("it names the detector " + from.detector() + ", which this frame has not");
        }

        private Amplifier amplifier(Readout readout, Detector of) throws TroubleException {
            for (int i = 0; i < of.amplifiers().size(); i++) {
                if (name(i).equals(readout.amplifier())) {
                    return of.amplifiers().get(i);
                }
            }
            throw wrong("it names the amplifier " + readout + ", which this frame has not");
        }

        private TroubleException wrong(String what) {
            return new Trouble(
                            FailureCategory.IMPOSSIBLE_VALUE,
                            "the crosstalk table of " + profile + " does not fit: " + what,
                            "correct recipe.crosstalk in the instrument profile")
                    .thrown();
        }

        private String name(int amplifier) {
            List<String> names = profile.amplifiers();
            return amplifier < names.size() ? names.get(amplifier) : Integer.toString(amplifier + 1);
        }
    }
}
