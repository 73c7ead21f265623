package dev.vigil.producer.judging;

import dev.vigil.instruments.FrameDescription;
import dev.vigil.instruments.Profile;
import dev.vigil.schemas.events.Amplifier;
import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.Detector;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.MasterNeed;
import dev.vigil.schemas.events.Need;
import dev.vigil.schemas.events.Sha256;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a profile says, in the words of events. */
public final class Facts {
    private Facts() {}

    public static FrameFacts of(FrameDescription frame, List<String> flags, String profile) {
        boolean isReduced = frame.lastLevel() == dev.vigil.instruments.Level.REDUCED;
        return new FrameFacts(
                frame.object(),
                frame.filter(),
                Optional.of(frame.exposure()),
                Optional.of(frame.start()),
                configuration(frame),
                frame.detectors().stream().map(Facts::detector).toList(),
                needs(frame),
                isReduced ? frame.recipe() : "",
                flags,
                Optional.of(new Sha256(frame.matteringCards())),
                frame.numbers().running(),
                frame.surroundings(),
                remarks(frame),
                frame.surveyLabel(),
                profile);
    }

    private static Map<String, String> remarks(FrameDescription frame) {
        Map<String, String> remarks = new TreeMap<>();
        frame.remarks().forEach((flag, words) -> remarks.put(flag.name(), words));
        return remarks;
    }

    public static FrameType type(dev.vigil.instruments.FrameType type) {
        return FrameType.valueOf(type.name());
    }

    /** How long the telescope keeps a file of a type; what is no frame has no type that a profile knows. */
    public static Optional<Duration> kept(Profile profile, FrameType type) {
        return profile.kept(Stream.of(dev.vigil.instruments.FrameType.values())
                .filter(known -> known.name().equals(type.name()))
                .findFirst());
    }

    public static Level level(dev.vigil.instruments.Level level) {
        return Level.valueOf(level.name());
    }

    private static Configuration configuration(FrameDescription frame) {
        dev.vigil.instruments.Configuration all = frame.configuration();
        return new Configuration(
                all.serial().or(all::camera),
                Optional.of(frame.detectors().stream()
                        .map(dev.vigil.instruments.Detector::name)
                        .collect(Collectors.joining(","))),
                all.window(),
                all.binning(),
                all.gainSetting(),
                all.offset(),
                all.readMode(),
                Optional.of(all.amplifierLayout()),
                all.rowOrder(),
                all.temperature());
    }

    private static Detector detector(dev.vigil.instruments.Detector detector) {
        return new Detector(
                detector.hdu(),
                detector.name(),
                detector.width(),
                detector.height(),
                detector.amplifiers().stream().map(Facts::amplifier).toList());
    }

    private static Amplifier amplifier(dev.vigil.instruments.Amplifier amplifier) {
        return new Amplifier(
                amplifier.data().toString(),
                amplifier.bias().map(Object::toString),
                amplifier.electronsPerAdu(),
                amplifier.readNoiseElectrons(),
                amplifier.saturationAdu());
    }

    private static List<MasterNeed> needs(FrameDescription frame) {
        return frame.masters().stream()
                .filter(need -> need.need() != dev.vigil.instruments.Need.UNUSED)
                .map(Facts::need)
                .toList();
    }

    private static MasterNeed need(dev.vigil.instruments.MasterNeed need) {
        return new MasterNeed(
                MasterKind.valueOf(need.kind().name()),
                Need.valueOf(need.need().name()),
                need.maximumAge(),
                need.temperatureTolerance(),
                need.maximumScale());
    }
}
