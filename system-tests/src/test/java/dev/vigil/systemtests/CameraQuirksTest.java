package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.allinone.AllInOneMain;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.ImageReader;
import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.Quirks;
import dev.vigil.simulator.SimulatedNight;
import dev.vigil.simulator.camera.Cameras;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night is taken twice, with a camera that counts as it should and with one that does not: reduced, the two are alike. */
class CameraQuirksTest {
    private static final NightPlan PLAN = NightPlan.of(Cameras.named("decam"), LocalDate.of(2026, 11, 18))
            .withFrames(4, 0, 4, 6)
            .withSize(256)
            .withDetectors(2);
    private static final Quirks QUIRKS = Quirks.NONE.withCrosstalk(0.02).withNonLinearity(0.1);

    /** Of the sky: so that the pattern stands well above the noise of ten short frames. */
    private static final double FRINGES = 0.2;

    /** Three counts and a half: the frame and those that its bias is made of are rounded, with quirks otherwise than without. */
    private static final double ELECTRONS = 15;

    /** Crosstalk is undone to first order: what is left is its share of its share, 0.0004. */
    private static final double SHARE = 0.001;

    @TempDir
    Path folder;

    @Test
    void crosstalkAndCurvatureAreUndoneByTheProfile() throws Exception {
        Path clean = reduced("clean", PLAN, "");
        Path spoilt = reduced("spoilt", PLAN.withQuirks(QUIRKS), "");
        Path mended = reduced("mended", PLAN.withQuirks(QUIRKS), """
                recipe:
                  crosstalk:
                    - {to: '*/A', from: '*/B', coefficient: %2$s}
                    - {to: '*/B', from: '*/A', coefficient: %2$s}
                  linearity:
                    - {amplifier: '*/A', polynomial: [1, %1$s], upTo: 60000}
                    - {amplifier: '*/B', polynomial: [1, %1$s], upTo: 60000}
                """.formatted(QUIRKS.curvature(), QUIRKS.crosstalk()));
        long asCounted = differing(clean, spoilt);
        assertThat(asCounted).isGreaterThan(50);
        assertThat(differing(clean, mended)).isLessThan(asCounted / 10);
        Path flat = flat(clean);
        assertThat(differing(flat, flat(spoilt), 0)).isGreaterThan(10_000);
        assertThat(differing(flat, flat(mended), 0)).isLessThan(3);
        Header header = science(products(mended.resolve("out")).get(0)).get(0);
        assertThat(header.number("XTALKCOR")).hasValue(2);
        assertThat(header.has("LINCORR")).isTrue();
    }

    @Test
    void fringesGoByAFrameThatWasMadeOfTheNightItself() throws Exception {
        NightPlan fringed = PLAN.withFrames(4, 0, 4, 10).withQuirks(Quirks.NONE.withFringes(FRINGES));
        Path spoilt = reduced("spoilt", fringed, "");
        List<String> make = new ArrayList<>(List.of("masters", "fringe", "--out"));
        make.add(folder.resolve("profiles-mended").resolve("fringe.fits").toString());
        products(spoilt.resolve("out")).forEach(product -> make.add(product.toString()));
        assertThat(AllInOneMain.line().execute(make.toArray(String[]::new))).isZero();
        Path mended =
                reduced("mended", fringed, "recipe: {fringes: [{filter: " + PLAN.filter() + ", file: fringe.fits}]}\n");
        for (Path product : products(mended.resolve("out"))) {
            for (Header header : science(product)) {
                assertThat(header.logical("FRNGSUB")).contains(true);
                assertThat(header.number("FRNGSCAL").orElseThrow()).isBetween(0.8 * sky(header), 1.2 * sky(header));
            }
        }
    }

    /** In how many good pixels two nights differ. */
    private static long differing(Path one, Path other) throws IOException, BadFitsException {
        long differing = 0;
        for (Path product : products(one.resolve("out"))) {
            differing += differing(product, same(product, other), ELECTRONS);
        }
        return differing;
    }

    /** How many good pixels differ by more than so much and a share of their value. */
    private static long differing(Path one, Path other, double least) throws IOException, BadFitsException {
        long differing = 0;
        try (ImageReader a = ImageReader.open(one);
                ImageReader b = ImageReader.open(other)) {
            for (int hdu = 0; hdu < a.file().hdus().size(); hdu++) {
                if (a.file().hdus().get(hdu).name().filter("SCI"::equals).isPresent()) {
                    float[] here = a.read(hdu).pixels();
                    float[] there = b.read(hdu).pixels();
                    float[] mask = a.read(hdu + 2).pixels();
                    for (int i = 0; i < here.length; i++) {
                        differing += mask[i] == 0 && Math.abs(here[i] - there[i]) > least + SHARE * Math.abs(here[i])
                                ? 1
                                : 0;
                    }
                }
            }
        }
        return differing;
    }

    private static Path flat(Path night) throws IOException {
        return products(night.resolve("masters").resolve("masters")).stream()
                .filter(file -> file.toString().contains("/flat/"))
                .findFirst()
                .orElseThrow();
    }

    private static Path same(Path product, Path out) throws IOException {
        return products(out.resolve("out")).stream()
                .filter(other -> other.getFileName().equals(product.getFileName()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Header> science(Path product) throws IOException, BadFitsException {
        try (ImageReader reader = ImageReader.open(product)) {
            return reader.file().hdus().stream()
                    .filter(hdu -> hdu.name().filter("SCI"::equals).isPresent())
                    .map(Hdu::header)
                    .toList();
        }
    }

    private static double sky(Header header) {
        return header.number("SKYLEVEL").orElseThrow();
    }

    private Path reduced(String name, NightPlan plan, String more) throws Exception {
        Path incoming = folder.resolve(name);
        SimulatedNight night = SimulatedNight.of(plan);
        for (PlannedFrame frame : night.frames()) {
            night.writeBelow(incoming, frame);
        }
        Path profiles = Files.createDirectories(folder.resolve("profiles-" + name));
        Files.writeString(
                profiles.resolve("mine.yaml"), "profile: mine\nextends: decam\nunits: [" + plan.unit() + "]\n" + more);
        Path masters = folder.resolve("made-" + name).resolve("masters");
        Path out = folder.resolve("made-" + name).resolve("out");
        for (FrameKind kind : List.of(FrameKind.BIAS, FrameKind.FLAT)) {
            run(
                    profiles,
                    incoming,
                    night,
                    kind,
                    "masters",
                    "combine",
                    "--type",
                    kind.word(),
                    "--masters",
                    masters.toString(),
                    "--out",
                    masters.toString());
        }
        run(
                profiles,
                incoming,
                night,
                FrameKind.SCIENCE,
                "reduce-file",
                "--masters",
                masters.toString(),
                "--out",
                out.toString());
        return folder.resolve("made-" + name);
    }

    private static void run(Path profiles, Path incoming, SimulatedNight night, FrameKind kind, String... command) {
        List<String> words = new ArrayList<>(Arrays.asList(command));
        words.addAll(List.of("--profiles", profiles.toString(), "--incoming", incoming.toString()));
        night.frames().stream()
                .filter(frame -> frame.kind() == kind)
                .map(frame -> incoming.resolve(night.plan().unit()).resolve(frame.path()))
                .forEach(file -> words.add(file.toString()));
        assertThat(AllInOneMain.line().execute(words.toArray(String[]::new)))
                .as(String.join(" ", words))
                .isZero();
    }

    private static List<Path> products(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.fits(\\.fz)?"))
                    .sorted()
                    .toList();
        }
    }
}
