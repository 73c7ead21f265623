package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveException;
import dev.vigil.calibrator.plots.ContactSheet;
import dev.vigil.calibrator.plots.FieldPlots;
import dev.vigil.calibrator.plots.PlotSheet;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.ImageReader;
import dev.vigil.imaging.pictures.Preview;
import dev.vigil.instruments.checks.QualityChecks;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.ephemeris.Circumstances;
import dev.vigil.reduction.ephemeris.SiteCards;
import dev.vigil.reduction.findings.Flag;
import dev.vigil.reduction.pixels.FitsRows;
import dev.vigil.reduction.pointing.PointingCards;
import dev.vigil.reduction.recipes.Fingerprint;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.schemas.events.DetectorOutcome;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.Measurements;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.QuickLook;
import dev.vigil.schemas.events.RecipeUsed;
import dev.vigil.schemas.events.ReductionKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Looks at a raw frame and draws it. The numbers of a look are in its answer and nowhere else, so a look that is asked
 * for twice is taken twice; its pictures are the same and published once.
 */
record QuickLooker(Inputs inputs, Products products, Quality quality, Signatures signatures) {
    private static final int PREVIEW = 1024;
    private static final int THUMBNAIL = 256;

    FrameDone look(QuickLook work) throws ArchiveException, TroubleException {
        Look look = inputs.read(work.input(), reader -> look(work, reader));
        QualityChecks checks = quality.ofLooks(work.identity().unit());
        RecipeUsed recipe = Quality.withChecks(recipe(look.detectors()), checks);
        Measurements measurements =
                Measured.onRaw(look.combined(), look.scale(), gain(look.detectors()), circumstances(work, look));
        String reduction = Names.reduction(work.identity(), recipe, List.of());
        return new FrameDone(
                ReductionKind.QUICK_LOOK,
                reduction,
                recipe,
                look.outcomes(),
                List.of(),
                pictures(work, reduction, look),
                measurements,
                look.combined().measurement().flags().stream()
                        .map(Flag::name)
                        .sorted()
                        .toList(),
                Checked.of(checks.on(Quality.evidence(
                        work.identity(), work.facts(), look.headers(), measurements, look.outcomes(), List.of()))),
                Optional.empty(),
                Optional.empty());
    }

    private Circumstances circumstances(QuickLook work, Look look) {
        Header primary = look.headers().get(0);
        return Circumstances.of(
                        SkyKnowledge.site(quality.profiles(), work.identity().unit())
                                .or(() -> SiteCards.of(primary)),
                        SkyKnowledge.middle(work.facts()),
                        look.field())
                .orAirmass(SiteCards.airmass(primary));
    }

    private List<Product> pictures(QuickLook work, String reduction, Look look) throws ArchiveException {
        Preview picture = Preview.of(look.picture(), PREVIEW);
        List<Product> pictures = new ArrayList<>();
        pictures.add(picture(
                work,
                reduction,
                ProductKind.PREVIEW,
                ".preview.png",
                out -> out.write(picture.png(look.scaleOfPicture()))));
        pictures.add(picture(
                work,
                reduction,
                ProductKind.THUMBNAIL,
                ".thumbnail.png",
                out -> out.write(picture.smaller(THUMBNAIL).png())));
        PlotSheet plot = look.plot();
        if (!plot.isEmpty()) {
            byte[] svg = plot.svg().getBytes(StandardCharsets.UTF_8);
            pictures.add(picture(work, reduction, ProductKind.PLOT, ".field.svg", out -> out.write(svg)));
        }
        return pictures;
    }

    private Product picture(QuickLook work, String reduction, ProductKind kind, String ending, Products.Content content)
            throws ArchiveException {
        return products.publish(kind, Names.product(work.identity(), reduction, ending), content);
    }

    private Look look(QuickLook work, ImageReader reader) throws ArchiveException, TroubleException {
        Look look = new Look(reader.file(), work.facts().detectors().size());
        for (dev.vigil.schemas.events.Detector said : work.facts().detectors()) {
            try {
                Detector detector = signatures.plain(work.identity().unit(), said);
                look.add(detector, seen(work, detector, reader));
            } catch (TroubleException e) {
                look.addTrouble(said.name(), e.trouble());
            }
        }
        look.mustHaveSeenSomething();
        return look;
    }

    private static dev.vigil.reduction.QuickLook.Seen seen(QuickLook work, Detector detector, ImageReader reader)
            throws ArchiveException, TroubleException {
        return Inputs.explaining(
                work.input().key(),
                () -> FramePlan.orTrouble(
                        dev.vigil.reduction.QuickLook.at(FitsRows.of(reader, detector.hdu()), detector)));
    }

    private static RecipeUsed recipe(List<Detector> detectors) {
        List<Recipe> recipes =
                detectors.stream().map(dev.vigil.reduction.QuickLook::recipe).toList();
        String fingerprint = recipes.size() == 1
                ? recipes.get(0).fingerprint()
                : Fingerprint.of(String.join(
                        "\n", recipes.stream().map(Recipe::fingerprint).toList()));
        Recipe any = recipes.get(0);
        return new RecipeUsed(any.name(), Integer.toString(any.version()), fingerprint);
    }

    /** The gain of the frame, if all amplifiers have one and the same. */
    private static OptionalDouble gain(List<Detector> detectors) {
        List<OptionalDouble> gains = detectors.stream()
                .flatMap(detector -> detector.amplifiers().stream())
                .map(amplifier -> amplifier.gain())
                .distinct()
                .toList();
        return gains.size() == 1 ? gains.get(0) : OptionalDouble.empty();
    }

    /** What was seen so far, detector by detector. */
    private static final class Look {
        private final OptionalDouble scale;
        private final List<Header> headers;
        private final ContactSheet sheet;
        private final FieldPlots plots;
        private final List<Detector> detectors = new ArrayList<>();
        private final List<dev.vigil.reduction.QuickLook> looks = new ArrayList<>();
        private final List<DetectorOutcome> outcomes = new ArrayList<>();
        private final List<Trouble> troubles = new ArrayList<>();
        private Optional<SkyPosition> field = Optional.empty();

        Look(FitsFile file, int detectors) {
            this.scale = Measured.scale(file);
            this.headers = file.hdus().stream().map(Hdu::header).toList();
            this.sheet = new ContactSheet(Math.max(1, detectors), PREVIEW);
            this.plots = new FieldPlots(Math.max(1, detectors));
        }

        void add(Detector detector, dev.vigil.reduction.QuickLook.Seen seen) {
            Size size = seen.image().size();
            if (detectors.isEmpty()) {
                field = PointingCards.of(headers.get(detector.hdu()), headers.get(0), detector)
                        .middle(size);
            }
            detectors.add(detector);
            looks.add(seen.look());
            outcomes.add(new DetectorOutcome(detector.name(), true, Optional.empty()));
            sheet.add(new Image(size.width(), size.height(), seen.image().science()));
            plots.add(detector.name(), seen);
        }

        PlotSheet plot() {
            return plots.sheet();
        }

        void addTrouble(String name, Trouble trouble) {
            outcomes.add(new DetectorOutcome(name, false, Optional.of(trouble.reason())));
            troubles.add(trouble);
            sheet.addNothing();
            plots.addNothing(name);
        }

        void mustHaveSeenSomething() throws TroubleException {
            if (detectors.isEmpty()) {
                throw troubles.stream().findFirst().orElseGet(Look::noImage).thrown();
            }
        }

        private static Trouble noImage() {
            return new Trouble(
                    FailureCategory.IMPOSSIBLE_VALUE,
                    "it has no image to look at",
                    "name its image extensions in the instrument profile");
        }

        /** Where the header says that the middle of the first detector looked. */
        Optional<SkyPosition> field() {
            return field;
        }

        OptionalDouble scale() {
            return scale;
        }

        List<Header> headers() {
            return headers;
        }

        List<Detector> detectors() {
            return detectors;
        }

        List<DetectorOutcome> outcomes() {
            return outcomes;
        }

        dev.vigil.reduction.QuickLook combined() {
            return dev.vigil.reduction.QuickLook.combined(looks);
        }

        /** The detectors of a contact sheet are drawn smaller than they are. */
        OptionalDouble scaleOfPicture() {
            return outcomes.size() == 1 ? scale : OptionalDouble.empty();
        }

        Image picture() {
            return sheet.picture();
        }
    }
}
