package dev.vigil.producer;

import dev.vigil.instruments.FrameDescription;
import dev.vigil.instruments.Night;
import dev.vigil.instruments.Profile;
import dev.vigil.instruments.Profiles;
import dev.vigil.producer.disk.Sighting;
import dev.vigil.producer.judging.Clocks;
import dev.vigil.producer.judging.Counting;
import dev.vigil.producer.judging.Decision.Say;
import dev.vigil.producer.judging.Facts;
import dev.vigil.producer.judging.Leaders;
import dev.vigil.producer.judging.Patience;
import dev.vigil.producer.judging.SaidAgain;
import dev.vigil.producer.judging.Sightings;
import dev.vigil.producer.judging.Verdict;
import dev.vigil.producer.known.KnownPaths;
import dev.vigil.producer.serving.Locations;
import dev.vigil.schemas.events.Arriving;
import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Judgement;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.events.Stalled;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.TakenFile;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Puts decisions into the words of events, with the identity block that every reader relies on. */
final class Announcing implements Sightings.Wording {
    /** The rule under which files that are no frames are kept. */
    static final String NOT_A_FRAME = "not-a-frame";

    /** The rule under which files that follow a frame are kept. */
    static final String SIDECAR = "sidecar";

    private final Profiles profiles;
    private final Locations locations;
    private final Monitored monitored;
    private final Clocks clocks;
    private final Leaders leaders = new Leaders();
    private final SaidAgain saidAgain = new SaidAgain();

    Announcing(Profiles profiles, Locations locations) {
        this(profiles, locations, Monitored.NONE);
    }

    Announcing(Profiles profiles, Locations locations, Monitored monitored) {
        this.monitored = Objects.requireNonNull(monitored, "monitored");
        this.profiles = Objects.requireNonNull(profiles, "profiles");
        this.locations = Objects.requireNonNull(locations, "locations");
        this.clocks = new Clocks(profiles);
    }

    @Override
    public Patience patienceFor(Sighting sighting, Patience usual) {
        Profile profile = profiles.profileFor(sighting.unit());
        Patience quiet = profile.fileQuiet().map(usual::withQuiet).orElse(usual);
        Patience here = profile.fileStalled().map(quiet::withStalled).orElse(quiet);
        // What follows a frame that is here is written by now; else the frame is given time to come first.
        return leaders.of(profile, sighting).isPresent() ? here.withBesideQuiet(here.quiet()) : here;
    }

    @Override
    public void learn(FrameAnnounced said) {
        clocks.learn(said);
        leaders.learn(profiles.profileFor(unitOf(said)), said);
    }

    @Override
    public FrameAnnounced word(Sighting sighting, Say decided, Instant now) {
        Say say = named(clocks.check(sighting, decided));
        FrameIdentity identity = identity(sighting, say);
        return new FrameAnnounced(
                identity,
                now,
                sighting.path(),
                sighting.size(),
                sighting.modified(),
                judgement(sighting, say, identity),
                new Counting(profiles.profileFor(sighting.unit())).of(sighting, say.verdict()));
    }

    @Override
    public void said(Sighting sighting, FrameAnnounced announced) {
        Profile profile = profiles.profileFor(sighting.unit());
        leaders.learn(profile, announced);
        saidAgain.take(announced);
        clocks.afterthoughts(sighting.unit())
                .forEach(thought -> saidAgain.with(
                        sighting.unit() + "/" + thought.path(),
                        profile.folderNight(thought.path()).date(),
                        thought,
                        announced.at()));
    }

    @Override
    public List<FrameAnnounced> more() {
        return saidAgain.due();
    }

    private static String unitOf(FrameAnnounced said) {
        return said.path().substring(0, said.path().indexOf('/'));
    }

    /** A frame is its unit's, whatever its folder is called. */
    private Say named(Say say) {
        String path = say.frame().path();
        String folder = path.substring(0, path.indexOf('/'));
        String unit = profiles.profileFor(folder).unitOf(folder);
        return unit.equals(folder)
                ? say
                : new Say(
                        new FrameId(FrameId.encodedUnit(unit)
                                + say.frame()
                                        .value()
                                        .substring(say.frame().value().indexOf('/'))),
                        say.revision(),
                        say.verdict(),
                        say.flags());
    }

    private FrameIdentity identity(Sighting sighting, Say say) {
        if (say.verdict() instanceof Verdict.Taken taken) {
            return described(say, taken.frame(), lastLevel(sighting, say, taken.frame()));
        }
        if (say.verdict() instanceof Verdict.Excluded excluded) {
            return described(say, excluded.frame(), Level.TRANSFERRED);
        }
        Profile profile = profiles.profileFor(sighting.unit());
        if (say.verdict() instanceof Verdict.Beside) {
            return beside(profile, sighting, say);
        }
        return identity(
                say,
                profile.folderNight(sighting.belowUnit()),
                profile.exposureOf(sighting.belowUnit()),
                FrameType.UNKNOWN,
                Level.SIGHTED);
    }

    private Level lastLevel(Sighting sighting, Say say, FrameDescription frame) {
        return monitored.lastLevel(say.frame().unit(), sighting.unit(), Facts.level(frame.lastLevel()));
    }

    /** What follows a frame is of its night and its exposure. */
    private FrameIdentity beside(Profile profile, Sighting sighting, Say say) {
        Optional<FrameIdentity> leader = leaders.of(profile, sighting);
        Night folder = profile.folderNight(sighting.belowUnit());
        return new FrameIdentity(
                say.frame(),
                say.revision(),
                say.frame().unit(),
                leader.map(FrameIdentity::night).orElse(folder.date()),
                leader.map(FrameIdentity::nightSource)
                        .orElse(NightSource.valueOf(folder.source().name())),
                leader.map(FrameIdentity::exposure).orElseGet(() -> profile.exposureOf(sighting.belowUnit())),
                isSidecar(sighting) ? FrameType.SIDECAR : FrameType.OTHER,
                Level.TRANSFERRED,
                0);
    }

    private boolean isSidecar(Sighting sighting) {
        return profiles.profileFor(sighting.unit())
                .frameOfSidecar(KnownPaths.nameOf(sighting.path()))
                .isPresent();
    }

    private static FrameIdentity described(Say say, FrameDescription frame, Level lastLevel) {
        return identity(say, frame.night(), frame.numbers().exposure(), Facts.type(frame.type()), lastLevel);
    }

    private static FrameIdentity identity(Say say, Night night, String exposure, FrameType type, Level lastLevel) {
        return new FrameIdentity(
                say.frame(),
                say.revision(),
                say.frame().unit(),
                night.date(),
                NightSource.valueOf(night.source().name()),
                exposure,
                type,
                lastLevel,
                0);
    }

    private Judgement judgement(Sighting sighting, Say say, FrameIdentity identity) {
        Verdict verdict = say.verdict();
        if (verdict instanceof Verdict.Taken taken) {
            return new Taken(file(sighting, taken.bytes(), identity), facts(taken.frame(), say, sighting));
        }
        if (verdict instanceof Verdict.Excluded excluded) {
            return new Excluded(
                    excluded.rule(),
                    file(sighting, excluded.bytes(), identity),
                    facts(excluded.frame(), say, sighting));
        }
        if (verdict instanceof Verdict.Beside beside) {
            return new Excluded(
                    isSidecar(sighting) ? SIDECAR : NOT_A_FRAME, file(sighting, beside.bytes(), identity), none());
        }
        if (verdict instanceof Verdict.Refused refused) {
            return new Refused(refused.category(), refused.reason(), refused.remedy());
        }
        if (verdict instanceof Verdict.Stalled stalled) {
            return new Stalled(stalled.why(), stalled.since(), stalled.remedy());
        }
        return new Arriving(((Verdict.Arriving) verdict).why());
    }

    private FrameFacts facts(FrameDescription frame, Say say, Sighting sighting) {
        return Facts.of(frame, say.flags(), profiles.profileFor(sighting.unit()).name());
    }

    private TakenFile file(Sighting sighting, Verdict.Bytes bytes, FrameIdentity identity) {
        return new TakenFile(
                bytes.source(),
                bytes.content(),
                bytes.pixels(),
                locations.of(identity.unit(), sighting.path(), identity.type()),
                monitored.of(identity, sighting.path()),
                Facts.kept(profiles.profileFor(sighting.unit()), identity.type()));
    }

    private static FrameFacts none() {
        Optional<String> unknown = Optional.empty();
        Configuration configuration = new Configuration(
                unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, Optional.empty());
        return new FrameFacts(
                unknown,
                unknown,
                Optional.empty(),
                Optional.empty(),
                configuration,
                List.of(),
                List.of(),
                "",
                List.of());
    }
}
