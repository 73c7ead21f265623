package dev.vigil.simulator.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.imaging.Completeness;
import dev.vigil.imaging.Digests;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.ImageReader;
import dev.vigil.imaging.Unpack;
import dev.vigil.instruments.Detector;
import dev.vigil.instruments.Flag;
import dev.vigil.instruments.FrameDescription;
import dev.vigil.instruments.FrameSource;
import dev.vigil.instruments.FrameType;
import dev.vigil.instruments.Judged;
import dev.vigil.instruments.Profile;
import dev.vigil.instruments.Profiles;
import dev.vigil.instruments.Section;
import dev.vigil.simulator.Amplifier;
import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.Instrument;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.SimulatedNight;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file of a simulated night is to its own profile what the plan says. */
class CameraNightsTest {
    private static final Profiles PROFILES = Profiles.bundled();
    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final Instant LATER = Instant.parse("2026-11-21T00:00:00Z");
    /** What a careful camera's names and headers cannot say, and a profile says so. */
    private static final Set<Flag> OF_THE_CAMERA = EnumSet.of(
            Flag.SKY_TILE, Flag.GAIN_UNKNOWN, Flag.TYPE_FROM_NAME, Flag.FILTER_FROM_NAME, Flag.OBJECT_FROM_NAME);

    @TempDir
    Path incoming;

    static Stream<Instrument> all() {
        return Cameras.all().stream();
    }

    private static SimulatedNight nightOf(Instrument instrument) {
        return SimulatedNight.of(
                NightPlan.of(instrument, DATE).withFrames(4, 3, 3, 7).withSize(instrument.smallest()));
    }

    private static Profile profileOf(SimulatedNight night) {
        return PROFILES.profileFor(night.plan().unit());
    }

    private Judged judged(SimulatedNight night, PlannedFrame frame) throws Exception {
        Path file = night.writeBelow(incoming, frame);
        assertThat(Completeness.judge(file)).isEqualTo(new Completeness.Complete(true, List.of()));
        String unit = night.plan().unit();
        return profileOf(night).judge(FrameSource.of(unit, frame.path(), FitsFile.read(file), LATER));
    }

    private static FrameDescription described(Judged judged) {
        if (judged instanceof Judged.Excluded excluded) {
            return excluded.frame();
        }
        assertThat(judged).isInstanceOf(Judged.Described.class);
        return ((Judged.Described) judged).frame();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aUnitOfAnInstrumentIsKnownByItsName(Instrument instrument) {
        assertThat(profileOf(nightOf(instrument)).name())
                .isEqualTo(instrument.name().replaceFirst("-nina$", ""));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyNameAndFolderIsOfAFormOfTheProfile(Instrument instrument) {
        SimulatedNight night = nightOf(instrument);
        Profile profile = profileOf(night);
        for (PlannedFrame frame : night.frames()) {
            assertThat(profile.formOf(frame.name()).isPresent() || profile.allowsOtherNames())
                    .as(frame.name())
                    .isTrue();
            assertThat(profile.isFolder(frame.folder())).as(frame.folder()).isTrue();
        }
        assertThat(night.frames().stream().map(PlannedFrame::path).distinct()).hasSameSizeAs(night.frames());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyFileIsToItsProfileWhatThePlanSays(Instrument instrument) throws Exception {
        SimulatedNight night = nightOf(instrument);
        for (PlannedFrame frame : night.frames()) {
            Judged judged = judged(night, frame);
            FrameDescription said = described(judged);
            assertThat(said.type()).as(frame.name()).isIn(typesOf(frame.kind()));
            assertThat(judged instanceof Judged.Described).as(frame.name()).isEqualTo(isTaken(frame.kind()));
            assertThat(said.start()).as(frame.name()).isEqualTo(frame.start());
            assertThat(said.exposure()).isEqualTo(Duration.ofMillis(Math.round(frame.exposure() * 1000)));
            assertThat(said.night().date()).contains(DATE);
            assertThat(said.numbers().running()).isEqualTo(instrument.runningNumber(night.plan(), frame));
            if (!frame.filter().isEmpty()
                    && frame.kind() != FrameKind.BIAS
                    && frame.kind() != FrameKind.DARK
                    && !isBare(frame)) {
                assertThat(said.filter()).as(frame.name()).contains(frame.filter());
            }
            assertThat(said.flags()).as(frame.name()).isSubsetOf(OF_THE_CAMERA);
        }
    }

    /** Robo-AO's names of calibrations tell no filter. */
    private static boolean isBare(PlannedFrame frame) {
        return frame.name().startsWith("flat_")
                || frame.name().startsWith("seeing_")
                || frame.name().startsWith("pointing_");
    }

    /** Some cameras say that a frame is a trial only by its object. */
    private static Set<FrameType> typesOf(FrameKind kind) {
        return switch (kind) {
            case BIAS -> Set.of(FrameType.BIAS);
            case DARK -> Set.of(FrameType.DARK);
            case FLAT -> Set.of(FrameType.FLAT);
            case ARC -> Set.of(FrameType.ARC);
            case POINTING -> Set.of(FrameType.POINTING);
            case FOCUS -> Set.of(FrameType.FOCUS, FrameType.SCIENCE);
            case TEST -> Set.of(FrameType.OTHER, FrameType.SCIENCE);
            case SCIENCE, SPECTRUM -> Set.of(FrameType.SCIENCE);
        };
    }

    private static boolean isTaken(FrameKind kind) {
        return kind.isCommon() || kind == FrameKind.ARC;
    }

    @ParameterizedTest
    @MethodSource("all")
    void theFilesOfAnExposureAndNoOthersShareItsName(Instrument instrument) throws Exception {
        SimulatedNight night = nightOf(instrument);
        Map<Integer, Set<String>> ids = new HashMap<>();
        for (PlannedFrame frame : night.frames()) {
            String id = described(judged(night, frame)).numbers().exposure();
            ids.computeIfAbsent(frame.number(), number -> new HashSet<>()).add(id);
        }
        assertThat(ids.values()).allSatisfy(each -> assertThat(each).hasSize(1));
        assertThat(ids.values().stream().flatMap(Set::stream)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theProfileFindsEveryAmplifierOfTheLayout(Instrument instrument) throws Exception {
        SimulatedNight night = nightOf(instrument);
        PlannedFrame frame = night.frames().get(0);
        List<Amplifier> built = instrument.detectorsIn(night.plan(), frame).stream()
                .filter(detector -> detector <= instrument.mostDetectors())
                .flatMap(detector -> instrument.layout(night.plan(), detector).amplifiers().stream())
                .toList();
        List<dev.vigil.instruments.Amplifier> found = described(judged(night, frame)).detectors().stream()
                .map(Detector::amplifiers)
                .flatMap(List::stream)
                .toList();
        assertThat(found).hasSameSizeAs(built);
        for (int i = 0; i < built.size(); i++) {
            double gain = built.get(i).gain();
            found.get(i).electronsPerAdu().ifPresent(said -> assertThat(said).isCloseTo(gain, within(1e-9)));
            assertThat(found.get(i).bias().isPresent()).isEqualTo(built.get(i).overscan() > 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"latiss", "decam", "hsc"})
    void theSkyIsInTheSectionsOfEveryAmplifierAsBrightAsTheTruth(String name) throws Exception {
        Instrument instrument = Cameras.named(name);
        SimulatedNight night = SimulatedNight.of(NightPlan.of(instrument, DATE)
                .withFrames(0, 0, 0, 1)
                .withSize(256)
                .withDetectors(1));
        PlannedFrame frame = night.frames().get(night.frames().size() - 1);
        double sky = night.truth().frames().stream()
                .filter(truth -> truth.path().equals(frame.path()) && truth.detector() == 1)
                .findFirst()
                .orElseThrow()
                .sky();
        List<Amplifier> built = instrument.layout(night.plan(), 1).amplifiers();
        List<Double> electrons = skyElectrons(night, frame, built);
        assertThat(electrons)
                .hasSameSizeAs(built)
                .allSatisfy(each -> assertThat(each / sky).isBetween(0.75, 1.25));
    }

    @Test
    void everyDetectorOfDecamSaysWhereItLooks() throws Exception {
        SimulatedNight night = SimulatedNight.of(NightPlan.of(Cameras.named("decam"), DATE)
                .withFrames(0, 0, 0, 1)
                .withSize(200)
                .withDetectors(2));
        PlannedFrame frame = night.frames().get(night.frames().size() - 1);
        Path plain = incoming.resolve("plain.fits");
        Unpack.toPlain(night.writeBelow(incoming, frame), plain);
        List<Header> detectors = FitsFile.read(plain).hdus().stream()
                .map(Hdu::header)
                .filter(header -> header.has("CCDNUM"))
                .toList();
        assertThat(detectors.get(0).text("CTYPE1")).contains("RA---TPV");
        assertThat(number(detectors.get(0), "CD2_2") * 3600).isCloseTo(0.5, within(1e-9));
        assertThat(number(detectors.get(1), "CRVAL1")).isEqualTo(number(detectors.get(0), "CRVAL1"));
        // The second lies 5 % of a width beside the first, so the place is so much further to its left.
        assertThat(number(detectors.get(0), "CRPIX1") - number(detectors.get(1), "CRPIX1"))
                .isCloseTo(210, within(1e-9));
    }

    @Test
    void everyFileOfHscSaysWhereItsDetectorLooks() throws Exception {
        SimulatedNight night = SimulatedNight.of(NightPlan.of(Cameras.named("hsc"), DATE)
                .withFrames(0, 0, 0, 1)
                .withSize(200)
                .withDetectors(2));
        List<Header> detectors = new ArrayList<>();
        for (PlannedFrame frame : night.frames()) {
            if (frame.kind() == FrameKind.SCIENCE) {
                detectors.add(FitsFile.read(night.writeBelow(incoming, frame))
                        .hdus()
                        .get(0)
                        .header());
            }
        }
        assertThat(detectors).hasSize(2);
        assertThat(detectors.get(0).text("CTYPE1")).contains("RA---TAN");
        assertThat(number(detectors.get(1), "CRVAL1")).isEqualTo(number(detectors.get(0), "CRVAL1"));
        assertThat(number(detectors.get(0), "CRPIX1") - number(detectors.get(1), "CRPIX1"))
                .isCloseTo(210, within(1e-9));
    }

    private static double number(Header header, String keyword) {
        return Double.parseDouble(header.text(keyword).orElseThrow());
    }

    /** The median of the light above that of the overscan, amplifier by amplifier, as the profile cuts the file. */
    private List<Double> skyElectrons(SimulatedNight night, PlannedFrame frame, List<Amplifier> built)
            throws Exception {
        List<Detector> detectors = described(judged(night, frame)).detectors();
        Path plain = incoming.resolve("plain.fits");
        Unpack.toPlain(night.writeBelow(incoming, frame), plain);
        List<Double> electrons = new ArrayList<>();
        try (ImageReader reader = ImageReader.open(plain)) {
            for (Detector detector : detectors) {
                Image image = reader.read(detector.hdu());
                for (dev.vigil.instruments.Amplifier amplifier : detector.amplifiers()) {
                    double counts = median(image, amplifier.data())
                            - median(image, amplifier.bias().orElseThrow());
                    electrons.add(counts * built.get(electrons.size()).gain());
                }
            }
        }
        return electrons;
    }

    private static double median(Image image, Section section) {
        return IntStream.rangeClosed(section.y1(), section.y2())
                .boxed()
                .flatMap(y -> IntStream.rangeClosed(section.x1(), section.x2())
                        .mapToObj(x -> (double) image.at(x - 1, y - 1)))
                .sorted()
                .skip((long) (section.x2() - section.x1() + 1) * (section.y2() - section.y1() + 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSameNightIsTheSameBytesTwice(Instrument instrument) throws Exception {
        PlannedFrame last =
                nightOf(instrument).frames().get(nightOf(instrument).frames().size() - 1);
        String once = Digests.sha256(nightOf(instrument).writeBelow(incoming.resolve("once"), last));
        String again = Digests.sha256(nightOf(instrument).writeBelow(incoming.resolve("again"), last));
        assertThat(again).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("all")
    void namesAreTheSameWhateverLanguageTheMachineSpeaks(Instrument instrument) {
        List<PlannedFrame> here = nightOf(instrument).frames();
        Locale spoken = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(nightOf(instrument).frames()).isEqualTo(here);
        } finally {
            Locale.setDefault(spoken);
        }
    }

    @Test
    void aCameraThatIsNotThereIsRefusedWithThoseThatAre() {
        assertThat(Cameras.named("DECam").name()).isEqualTo("decam");
        assertThatThrownBy(() -> Cameras.named("hst")).hasMessageContaining("latiss");
    }
}
