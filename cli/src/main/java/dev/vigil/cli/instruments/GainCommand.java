package dev.vigil.cli.instruments;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.ImageReader;
import dev.vigil.instruments.Detector;
import dev.vigil.instruments.FrameDescription;
import dev.vigil.instruments.FrameSource;
import dev.vigil.instruments.Judged;
import dev.vigil.instruments.Profile;
import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.masters.PhotonTransfer;
import dev.vigil.reduction.pixels.FitsRows;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the gain of every amplifier, for cameras whose headers do not tell it. */
@Command(
        name = "gain",
        mixinStandardHelpOptions = true,
        description = {
            "Measure gain and read noise of every amplifier from two flats and two biases (photon transfer).",
            "The flats should be of one lamp, one after the other, at a third to a half of full. What is printed goes into"
                    + " the profile. Exit status 0 if every amplifier was measured."
        })
final class GainCommand implements Callable<Integer> {
    @Mixin
    private InstrumentCommand.Source source;

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            completionCandidates = ProfileNames.class,
            description = "The profile.")
    private String name;

    @Option(
            names = "--flats",
            required = true,
            arity = "2",
            paramLabel = "FILE",
            description = "Two flats, uncompressed.")
    private List<Path> flats;

    @Option(names = "--biases", required = true, arity = "2", paramLabel = "FILE", description = "Two biases.")
    private List<Path> biases;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (ImageReader flat = open(flats.get(0));
                ImageReader otherFlat = open(flats.get(1));
                ImageReader bias = open(biases.get(0));
                ImageReader otherBias = open(biases.get(1))) {
            return print(detectors(flat), List.of(flat, otherFlat, bias, otherBias)) ? 0 : 1;
        } catch (BadFitsException | IllegalArgumentException unfit) {
            throw new ParameterException(spec.commandLine(), "the files do not fit each other: " + unfit.getMessage());
        }
    }

    private ImageReader open(Path file) throws IOException {
        try {
            return ImageReader.open(file);
        } catch (BadFitsException bad) {
            throw new ParameterException(spec.commandLine(), file + " is no FITS file: " + bad.getMessage());
        }
    }

    /** As the profile finds them in the first flat. */
    private List<Detector> detectors(ImageReader flat) {
        Profile profile = source.named(name);
        Path file = flats.get(0).toAbsolutePath();
        Judged judged = profile.judge(
                new FrameSource(name, file.getFileName().toString(), flat.file().hdus(), Instant.now()));
        if (judged instanceof Judged.Refused refused) {
            throw new ParameterException(spec.commandLine(), file + ": " + refused.reason() + "; " + refused.remedy());
        }
        FrameDescription frame =
                judged instanceof Judged.Excluded excluded ? excluded.frame() : ((Judged.Described) judged).frame();
        return frame.detectors();
    }

    private boolean print(List<Detector> detectors, List<ImageReader> frames) throws BadFitsException {
        PrintWriter out = spec.commandLine().getOut();
        List<String> unknown = new ArrayList<>();
        out.println("gain:");
        out.println("  amplifiers:");
        for (Detector detector : detectors) {
            PhotonTransfer.Frames raw = new PhotonTransfer.Frames(
                    rows(frames, 0, detector),
                    rows(frames, 1, detector),
                    rows(frames, 2, detector),
                    rows(frames, 3, detector));
            for (dev.vigil.instruments.Amplifier said : detector.amplifiers()) {
                String place = detector.name() + "/" + said.name();
                Optional<PhotonTransfer.Gain> gain = PhotonTransfer.of(amplifier(said), raw);
                gain.ifPresentOrElse(found -> out.println(line(place, found)), () -> unknown.add(place));
            }
        }
        out.flush();
        unknown.forEach(place -> spec.commandLine()
                .getErr()
                .println(place + ": too little of it can be compared; are the flats even, and not saturated?"));
        return unknown.isEmpty();
    }

    private static FitsRows rows(List<ImageReader> frames, int which, Detector detector) throws BadFitsException {
        return FitsRows.of(frames.get(which), detector.hdu());
    }

    private static Amplifier amplifier(dev.vigil.instruments.Amplifier said) {
        Amplifier amplifier = Amplifier.of(Section.parse(said.data().toString()));
        return said.saturationAdu().map(amplifier::withSaturation).orElse(amplifier);
    }

    private static String line(String place, PhotonTransfer.Gain found) {
        return String.format(
                Locale.ROOT,
                "    - {name: '%s', electronsPerAdu: %.4g, readNoise: %.3g}   # ± %.2g, from %d squares at %.0f ADU",
                place,
                found.gain(),
                found.readNoise(),
                found.gainError(),
                found.squares(),
                found.level());
    }
}
