package dev.vigil.instruments;

import dev.vigil.instruments.Identification.Identity;
import dev.vigil.instruments.checks.QualityChecks;
import dev.vigil.instruments.signature.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How one kind of camera names, heads, groups, excludes and reduces its files, as its YAML page says it. */
public final class Profile {
    /** The rule that excludes a frame for which the profile has no recipe. */
    private static final String NO_RECIPE = "no-recipe";

    /** The rule, of every camera, that keeps what was cut short out of calibrations. */
    private static final String ABORTED = "aborted";

    private final Parts parts;

    Profile(Parts parts) {
        this.parts = parts;
    }

    /** What a profile is made of. */
    record Parts(
            String name,
            String yaml,
            List<Pattern> units,
            Optional<Site> site,
            HeaderMap headers,
            Identification identification,
            DetectorReader detectors,
            Surroundings surroundings,
            FolderGrammar folders,
            JunkList junk,
            List<ExclusionRule> exclusions,
            MatteringCards matters,
            ReductionRules reduction,
            Signature signature,
            SetRules sets,
            Numbering numbering,
            ClockRules clock,
            FileRules files,
            Sidecars sidecars,
            List<UnitAlias> aliases,
            QualityChecks checks,
            Retention retention,
            PhotometryRules photometry) {}

    public String name() {
        return parts.name();
    }

    /** The whole page, with what it extends. */
    public String yaml() {
        return parts.yaml();
    }

    /** The patterns of the units that it is for; none for all that no other profile names. */
    public List<String> unitPatterns() {
        return parts.units().stream().map(Pattern::pattern).toList();
    }

    /** The unit that a folder is of: mostly that of the same name. */
    public String unitOf(String folder) {
        return parts.aliases().stream()
                .flatMap(alias -> alias.unitOf(folder).stream())
                .findFirst()
                .orElse(folder);
    }

    public Optional<Site> site() {
        return parts.site();
    }

    /** The recipes that its frames are reduced by, in the order in which they are tried. */
    public List<String> recipes() {
        return parts.reduction().recipes().stream().map(RecipeChoice::toString).toList();
    }

    /** What is known of its camera that a reduction undoes beside bias, dark and flat. */
    public Signature signature() {
        return parts.signature();
    }

    /** The names of the amplifiers of each of its detectors, in the order in which frames are described. */
    public List<String> amplifiers() {
        return parts.detectors().amplifierNames();
    }

    /** What is expected of its frames and masters. */
    public QualityChecks checks() {
        return parts.checks();
    }

    /** The one band whose magnitudes will do for frames of a filter; empty where a colour term leads to it from any. */
    public Optional<String> onlyBandFor(Optional<String> filter) {
        return parts.photometry().onlyBandFor(filter);
    }

    public SetRules sets() {
        return parts.sets();
    }

    /** How long a file that nothing proves complete must have been unchanged, where this camera needs its own time. */
    public Optional<Duration> fileQuiet() {
        return parts.files().quiet();
    }

    /** After how long without change a file that is not complete is stalled, where this camera needs its own time. */
    public Optional<Duration> fileStalled() {
        return parts.files().stalled();
    }

    /** How long the telescope's disk keeps files of a type at least, where this camera says so; of files that are no frames, without one. */
    public Optional<Duration> kept(Optional<FrameType> type) {
        return parts.retention().of(type);
    }

    /** The patterns of files that follow a frame. */
    public List<String> sidecars() {
        return parts.sidecars().forms().stream().map(Pattern::pattern).toList();
    }

    /** The name of the frame that a file follows, without its ending; nothing if by its name it follows none. */
    public Optional<String> frameOfSidecar(String fileName) {
        return parts.sidecars().frameOf(fileName);
    }

    /** What it makes of a clock that cannot be right. */
    ClockRules clock() {
        return parts.clock();
    }

    /** Which of the profile's forms a file name is of, as the profile writes it; nothing if it is of none. */
    public Optional<String> formOf(String fileName) {
        NameGrammar names = parts.identification().names();
        return names.formOf(fileName).stream()
                .mapToObj(i -> names.forms().get(i).pattern().pattern())
                .findFirst();
    }

    /** Whether a name may also be of no form. */
    public boolean allowsOtherNames() {
        return parts.identification().names().othersAllowed();
    }

    /** What a file name says by the first form that it fits. */
    NameFacts namesIn(String fileName) {
        return parts.identification().names().read(fileName);
    }

    /** Whether the folders between the unit's and a file's own are as the profile says. */
    public boolean isFolder(String folders) {
        return parts.folders().allows(folders);
    }

    /** Whether this profile names the unit. */
    public boolean isOf(String unit) {
        return parts.units().stream().anyMatch(pattern -> pattern.matcher(unit).matches());
    }

    /** The night that a file below the unit's folder belongs to as far as its folder tells, for files without headers. */
    public Night folderNight(String path) {
        return FolderDates.of(FrameSource.foldersOf(path))
                .map(Night::fromFolder)
                .orElse(Night.UNKNOWN);
    }

    /** The date by which a range of nights names a file: that of its folder, else the UTC date of its last change. */
    public LocalDate dateOf(String path, Instant modified) {
        return folderNight(path).date().orElseGet(() -> LocalDate.ofInstant(modified, ZoneOffset.UTC));
    }

    /** The exposure that a file below the unit's folder is of as far as its name tells, for files without headers. */
    public String exposureOf(String path) {
        return Identification.withoutSuffix(path);
    }

    /** How the frames of a night are counted, so that a gap shows. */
    public Numbering numbering() {
        return parts.numbering();
    }

    /** The running number of a file as its name tells it, in the series that its name tells. */
    public Optional<Numbering.Number> numberInName(String fileName) {
        NameFacts name = namesIn(fileName);
        return name.number().flatMap(number -> parts.numbering().number(name, number));
    }

    /** The running number of a frame, in the series that its name tells. */
    Optional<Numbering.Number> numberOf(String fileName, FrameDescription frame) {
        return frame.numbers().running().flatMap(number -> parts.numbering().number(namesIn(fileName), number));
    }

    /** The running number of a frame in every series that it may be of: several where its header contradicts its name. */
    public List<Numbering.Number> numbersOf(String fileName, FrameDescription frame) {
        return frame.numbers()
                .running()
                .map(number -> parts.numbering().numbers(parts.identification().readings(fileName, frame), number))
                .orElse(List.of());
    }

    /** The same of a frame of which nothing but its numbers is known. */
    public List<Numbering.Number> numbersOf(String fileName, FrameNumbers numbers) {
        return numbers.running()
                .map(number -> parts.numbering().numbers(List.of(namesIn(fileName)), number))
                .orElse(List.of());
    }

    /** The night that it now is at the site; where the profile does not say where that is, the earliest that it still is anywhere. */
    public LocalDate nightAt(Instant now) {
        Nights nights = parts.identification().nights();
        return nights.rule().nightOf(now, nights.siteLongitude()).orElseGet(() -> NightRule.earliestNight(now));
    }

    /** Says what a complete file is. The same source always gets the same answer. */
    public Judged judge(FrameSource source) {
        HeaderFacts facts = new HeaderFacts(parts.headers(), source.hdus());
        try {
            return excludeOrTake(describe(source, facts), source, facts);
        } catch (UnfitFile unfit) {
            return unfit.refused(parts.identification().numbers(source, facts));
        }
    }

    private Judged excludeOrTake(FrameDescription frame, FrameSource source, HeaderFacts facts) {
        if (parts.junk().names(source.fileName())) {
            return new Judged.Excluded("junk", frame);
        }
        return parts.exclusions().stream()
                .filter(rule -> rule.excludes(frame, facts))
                .map(ExclusionRule::name)
                .findFirst()
                .or(() -> whyNotCombined(frame))
                .or(() -> whyNotReduced(frame, facts))
                .<Judged>map(rule -> new Judged.Excluded(rule, frame))
                .orElseGet(() -> parts.clock().judge(frame));
    }

    /** Why a calibration frame is part of no calibration; a science frame that was cut short still shows the sky. */
    private static Optional<String> whyNotCombined(FrameDescription frame) {
        boolean calibrates = frame.type().isCalibration() || frame.type() == FrameType.ARC;
        return calibrates && frame.flags().contains(Flag.EXPOSURE_ABORTED) ? Optional.of(ABORTED) : Optional.empty();
    }

    /** Why no recipe is meant for a frame; calibration frames need none. */
    private Optional<String> whyNotReduced(FrameDescription frame, HeaderFacts facts) {
        Optional<RecipeChoice> choice = parts.reduction().recipeFor(frame.type(), facts);
        if (choice.isEmpty()) {
            return frame.lastLevel() == Level.REDUCED ? Optional.of(NO_RECIPE) : Optional.empty();
        }
        return choice.filter(RecipeChoice::isNone).map(RecipeChoice::why);
    }

    private FrameDescription describe(FrameSource source, HeaderFacts facts) throws UnfitFile {
        Flags flags = new Flags();
        Identity identity = parts.identification().read(source, facts, flags);
        FrameType type = identity.typed().type();
        List<Detector> detectors = parts.detectors().read(source.hdus(), identity.start(), facts, flags);
        parts.files().flagTiny(source.size(), flags);
        Configuration configuration = ConfigurationReader.read(facts, detectors);
        new FolderCheck(parts.folders().read(source.folders()), flags)
                .type(type, parts.identification().types().table())
                .binning(configuration.binning(), namesIn(source.fileName()).binning())
                .gain(configuration.gainSetting())
                .opportunity(type, facts.text(Meaning.OPPORTUNITY));
        Map<String, Double> surroundings = parts.surroundings().read(facts);
        return new FrameDescription(
                type,
                identity.typed().flatKind(),
                identity.object(),
                identity.filter(),
                identity.exposure(),
                identity.start(),
                identity.night(),
                identity.numbers(),
                configuration,
                surroundings,
                detectors,
                flags.remarks(),
                parts.reduction().lastLevelOf(type),
                parts.reduction().mastersOf(type),
                parts.reduction()
                        .recipeFor(type, facts)
                        .map(RecipeChoice::recipe)
                        .orElse(RecipeChoice.NONE),
                parts.matters().fingerprint(source.hdus()),
                type == FrameType.SCIENCE ? parts.photometry().surveyLabel(surroundings) : Optional.empty());
    }

    @Override
    public String toString() {
        return "profile " + name();
    }
}
