package dev.vigil.scheduler;

import dev.vigil.schemas.events.Amplifier;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.Arriving;
import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.Detector;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Judgement;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.MasterNeed;
import dev.vigil.schemas.events.Need;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.TakenFile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a telescope writes in a night, as its producer announces it. Its parts can be changed one by one. */
public record Sky(
        String unit, LocalDate night, Instant announced, Configuration configuration, List<MasterNeed> needs) {
    public static final Instant EVENING = Instant.parse("2026-11-19T22:00:00Z");

    public static final Sky TONIGHT = new Sky(
            "7DT05",
            LocalDate.parse("2026-11-19"),
            EVENING,
            configuration("1x1", Optional.of(-10.0)),
            List.of(need(MasterKind.BIAS, Need.REQUIRED), need(MasterKind.FLAT, Need.REQUIRED)));

    public Sky withUnit(String other) {
        return new Sky(other, night, announced, configuration, needs);
    }

    public Sky withNight(LocalDate other) {
        return new Sky(unit, other, announced, configuration, needs);
    }

    public Sky announcedAt(Instant time) {
        return new Sky(unit, night, time, configuration, needs);
    }

    public Sky with(Configuration other) {
        return new Sky(unit, night, announced, other, needs);
    }

    public Sky needing(MasterNeed... others) {
        return new Sky(unit, night, announced, configuration, List.of(others));
    }

    public static Configuration configuration(String binning, Optional<Double> temperature) {
        return new Configuration(
                Optional.of("QHY600"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(binning),
                Optional.of("2750"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("1:1024x1024"),
                Optional.empty(),
                temperature);
    }

    public static MasterNeed need(MasterKind kind, Need need) {
        return new MasterNeed(kind, need, Duration.ofDays(7), Optional.of(1.0), Optional.of(10.0));
    }

    public FrameAnnounced bias(int number) {
        return frame(FrameType.BIAS, number, 1, "", 0);
    }

    public FrameAnnounced dark(int number, double seconds) {
        return needing(need(MasterKind.BIAS, Need.REQUIRED)).frame(FrameType.DARK, number, 1, "", seconds);
    }

    public FrameAnnounced flat(int number, String filter) {
        return needing(need(MasterKind.BIAS, Need.REQUIRED)).frame(FrameType.FLAT, number, 1, filter, 3);
    }

    public FrameAnnounced science(int number) {
        return frame(FrameType.SCIENCE, number, 1, "r", 100);
    }

    /** One of the frames that a camera of many detectors writes of an exposure. */
    public FrameAnnounced member(int exposure, int detector) {
        FrameAnnounced whole = science(exposure);
        String path = whole.path().replace(".fits", "-" + detector + ".fits");
        FrameIdentity known = whole.identity();
        FrameIdentity identity = new FrameIdentity(
                FrameId.ofPath(path),
                1,
                unit,
                known.night(),
                known.nightSource(),
                known.exposure(),
                known.type(),
                known.lastLevel(),
                0);
        return new FrameAnnounced(identity, whole.at(), path, whole.size(), whole.modified(), whole.judgement());
    }

    public FrameAnnounced frame(FrameType type, int number, int revision, String filter, double seconds) {
        boolean isCalibration = SetNames.isCalibration(type);
        List<MasterNeed> wanted = type == FrameType.BIAS ? List.of() : needs;
        return frame(
                type,
                number,
                revision,
                isCalibration ? Level.TRANSFERRED : Level.REDUCED,
                new Taken(file(number, revision), facts(type, number, filter, seconds, wanted)));
    }

    public FrameAnnounced excluded(int number) {
        FrameFacts facts = facts(FrameType.FOCUS, number, "r", 5, List.of());
        return frame(FrameType.FOCUS, number, 1, Level.TRANSFERRED, new Excluded("focus", file(number, 1), facts));
    }

    public FrameAnnounced arriving(int number) {
        return frame(FrameType.UNKNOWN, number, 1, Level.SIGHTED, new Arriving("it grows"));
    }

    /** A frame whose camera does not say how many electrons a count is. */
    public FrameAnnounced scienceWithoutGain(int number) {
        FrameFacts known = facts(FrameType.SCIENCE, number, "r", 100, needs);
        List<Detector> detectors = known.detectors().stream()
                .map(detector -> new Detector(
                        detector.hdu(),
                        detector.name(),
                        detector.width(),
                        detector.height(),
                        detector.amplifiers().stream().map(Sky::withoutGain).toList()))
                .toList();
        return science(number, detectors, known.flags());
    }

    /** A frame of what cannot wait. */
    public FrameAnnounced opportunity(int number) {
        FrameFacts known = facts(FrameType.SCIENCE, number, "r", 100, needs);
        return science(number, known.detectors(), List.of("TARGET_OF_OPPORTUNITY"));
    }

    private FrameAnnounced science(int number, List<Detector> detectors, List<String> flags) {
        FrameFacts known = facts(FrameType.SCIENCE, number, "r", 100, needs);
        FrameFacts facts = new FrameFacts(
                known.object(),
                known.filter(),
                known.exposureTime(),
                known.start(),
                known.configuration(),
                detectors,
                known.masters(),
                known.recipe(),
                flags);
        return frame(FrameType.SCIENCE, number, 1, Level.REDUCED, new Taken(file(number, 1), facts));
    }

    private static Amplifier withoutGain(Amplifier amplifier) {
        return new Amplifier(
                amplifier.data(), amplifier.bias(), Optional.empty(), amplifier.readNoise(), amplifier.saturation());
    }

    private FrameAnnounced frame(FrameType type, int number, int revision, Level last, Judgement judgement) {
        String path = unit + "/" + night + "/" + type.name().toLowerCase(java.util.Locale.ROOT) + number + ".fits";
        FrameIdentity identity = new FrameIdentity(
                FrameId.ofPath(path),
                revision,
                unit,
                Optional.of(night),
                NightSource.HEADER,
                "exposure" + number,
                type,
                last,
                0);
        return new FrameAnnounced(identity, announced, path, 4096, time(type, number), judgement);
    }

    private FrameFacts facts(FrameType type, int number, String filter, double seconds, List<MasterNeed> wanted) {
        return new FrameFacts(
                Optional.of("M31"),
                Optional.of(filter).filter(name -> !name.isEmpty()),
                Optional.of(Duration.ofMillis(Math.round(seconds * 1000))),
                Optional.of(time(type, number)),
                configuration,
                List.of(new Detector(
                        0,
                        "CCD",
                        1024,
                        1024,
                        List.of(new Amplifier(
                                "[1:1024,1:1024]",
                                Optional.empty(),
                                Optional.of(1.0),
                                Optional.empty(),
                                Optional.empty())))),
                wanted,
                "imaging",
                List.of(),
                Optional.of(digest(number)),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                "");
    }

    /** Calibration frames are taken before the night's first science frame. */
    private Instant time(FrameType type, int number) {
        Instant dusk = night.atTime(21, 0).toInstant(java.time.ZoneOffset.UTC);
        return SetNames.isCalibration(type) ? dusk.plusSeconds(number) : dusk.plus(Duration.ofMinutes(10L + number));
    }

    /** Its header is another one in each revision, but no card that matters. */
    private static TakenFile file(int number, int revision) {
        return new TakenFile(
                digest(number * 100 + revision),
                digest(number * 100 + revision),
                List.of(digest(number)),
                List.of(URI.create("http://telescope:9200/files/" + number)));
    }

    public static StoredFile stored(String key) {
        return new StoredFile(Area.ARCHIVE, key, 4096, digest(key.hashCode()));
    }

    private static Sha256 digest(int seed) {
        return new Sha256(String.format("%064x", seed & 0xffffffffL));
    }

    private static final class SetNames {
        static boolean isCalibration(FrameType type) {
            return type == FrameType.BIAS || type == FrameType.DARK || type == FrameType.FLAT;
        }
    }
}
